package fr.gouv.apprentissage.bal.connecteur.francetravail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/** A row without what it says: names of fields, types and lengths, to be held against the contract of the source. */
final class FormeDeLigne {

    /** A longer text looks as long as this. */
    private static final int LONGUEUR = 10_000;

    private static final String LETTRES = "x".repeat(LONGUEUR);

    private FormeDeLigne() {}

    /** The shape of the value that the parser stands on. */
    static JsonNode de(JsonParser jetons) throws IOException {
        return switch (jetons.currentToken()) {
            case START_OBJECT -> objet(jetons);
            case START_ARRAY -> liste(jetons);
            case VALUE_STRING -> texte(jetons);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> IntNode.valueOf(0);
            case VALUE_TRUE, VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.getInstance();
        };
    }

    private static ObjectNode objet(JsonParser jetons) throws IOException {
        var objet = JsonNodeFactory.instance.objectNode();
        while (jetons.nextToken() != JsonToken.END_OBJECT) {
            var champ = jetons.currentName();
            jetons.nextToken();
            objet.set(champ, de(jetons));
        }
        return objet;
    }

    private static ArrayNode liste(JsonParser jetons) throws IOException {
        var liste = JsonNodeFactory.instance.arrayNode();
        while (jetons.nextToken() != JsonToken.END_ARRAY) {
            liste.add(de(jetons));
        }
        return liste;
    }

    private static TextNode texte(JsonParser jetons) throws IOException {
        var lettres = jetons.getTextCharacters();
        var fin = jetons.getTextOffset() + jetons.getTextLength();
        for (var rang = jetons.getTextOffset(); rang < fin; rang++) {
            if (!Character.isWhitespace(lettres[rang])) {
                return TextNode.valueOf(LETTRES.substring(0, Math.min(LONGUEUR, jetons.getTextLength())));
            }
        }
        return TextNode.valueOf("");
    }
}
