package fr.gouv.apprentissage.bal.passerelle.entree;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** Writes values of an answer: what graphql-java completes (maps, lists, texts, numbers), and JSON that is there already. */
final class EcritureJson {
    private EcritureJson() {}

    static void valeur(JsonGenerator json, Object valeur) throws IOException {
        if (valeur instanceof JsonBrut brut) {
            json.writeRawValue(brut.texte());
        } else if (valeur instanceof Map<?, ?> objet) {
            json.writeStartObject();
            for (var champ : objet.entrySet()) {
                json.writeFieldName(champ.getKey().toString());
                valeur(json, champ.getValue());
            }
            json.writeEndObject();
        } else if (valeur instanceof Collection<?> liste) {
            json.writeStartArray();
            for (var element : liste) {
                valeur(json, element);
            }
            json.writeEndArray();
        } else {
            simple(json, valeur);
        }
    }

    static void erreur(JsonGenerator json, Erreur erreur) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", erreur.message());
        if (erreur.lieu().isPresent()) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeNumberField("line", erreur.lieu().get().getLine());
            json.writeNumberField("column", erreur.lieu().get().getColumn());
            json.writeEndObject();
            json.writeEndArray();
        }
        if (!erreur.chemin().isEmpty()) {
            json.writeFieldName("path");
            valeur(json, erreur.chemin());
        }
        json.writeObjectFieldStart("extensions");
        json.writeStringField("code", erreur.code().name());
        for (var extension : erreur.extensions().entrySet()) {
            json.writeFieldName(extension.getKey());
            valeur(json, extension.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void simple(JsonGenerator json, Object valeur) throws IOException {
        if (valeur == null) {
            json.writeNull();
        } else if (valeur instanceof Boolean booleen) {
            json.writeBoolean(booleen);
        } else if (valeur instanceof Integer entier) {
            json.writeNumber(entier);
        } else if (valeur instanceof Long entier) {
            json.writeNumber(entier);
        } else if (valeur instanceof Double nombre) {
            json.writeNumber(nombre);
        } else if (valeur instanceof BigDecimal nombre) {
            json.writeNumber(nombre);
        } else if (valeur instanceof BigInteger nombre) {
            json.writeNumber(nombre);
        } else {
            json.writeString(valeur.toString());
        }
    }
}
