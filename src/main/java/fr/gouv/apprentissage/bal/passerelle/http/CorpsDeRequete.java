package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads the body of a request (GraphQL over HTTP, "Request Parameters"). */
final class CorpsDeRequete {
    private static final JsonParserFactory LECTEURS = JsonProvider.provider().createParserFactory(Map.of());

    /** No number of a document needs more; reading one takes the square of its length, on the event loop. */
    private static final int CHIFFRES = 100;

    private CorpsDeRequete() {}

    /**
     * The parameters, each of its type.
     *
     * @throws OperationRefusee when the body is no UTF-8, no JSON, no object, a parameter is missing or of another type, or the document holds a
     *     number that is too long
     */
    static JsonObject lis(Buffer corps) {
        if (corps == null || corps.length() == 0) {
            throw illisible("Le corps de la requête est vide.");
        }
        var requete = objet(texte(corps));
        if (parEmpreinte(requete)) {
            permet(requete, "query", ValueType.STRING, "une chaîne de caractères");
        } else {
            exige(requete, "query", ValueType.STRING, "une chaîne de caractères");
        }
        permet(requete, "operationName", ValueType.STRING, "une chaîne de caractères");
        permet(requete, "variables", ValueType.OBJECT, "un objet");
        permet(requete, "extensions", ValueType.OBJECT, "un objet");
        verifieLesNombres(requete.getString("query", ""));
        return requete;
    }

    private static void verifieLesNombres(String document) {
        int suite = 0;
        for (int i = 0; i < document.length(); i++) {
            char signe = document.charAt(i);
            suite = signe >= '0' && signe <= '9' ? suite + 1 : 0;
            if (suite > CHIFFRES) {
                throw new OperationRefusee(Limites.depassee("chiffres", CHIFFRES));
            }
        }
    }

    private static String texte(Buffer corps) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(corps.getBytes()))
                    .toString();
        } catch (CharacterCodingException autre) {
            throw illisible("Le corps de la requête n'est pas en UTF-8.");
        }
    }

    private static JsonObject objet(String texte) {
        try (var lecteur = LECTEURS.createParser(new StringReader(texte))) {
            lecteur.next();
            var valeur = lecteur.getValue();
            var reste = lecteur.hasNext();
            if (!reste && valeur.getValueType() == ValueType.OBJECT) {
                return valeur.asJsonObject();
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException faute) {
            throw illisible("Le corps de la requête n'est pas du JSON.");
        } catch (RuntimeException borne) {
            // the reader's own bounds, on depth and on digits, have no type of their own
            throw illisible("Le corps de la requête est trop imbriqué, ou un nombre y est trop long.");
        }
        throw illisible("Le corps de la requête doit être un seul objet JSON : les lots ne sont pas offerts.");
    }

    /** A document may be named by its hash instead (automatic persisted queries). */
    private static boolean parEmpreinte(JsonObject requete) {
        return requete.get("extensions") instanceof JsonObject extensions
                && extensions.get("persistedQuery") instanceof JsonObject;
    }

    private static void exige(JsonObject requete, String nom, ValueType type, String attendu) {
        if (!requete.containsKey(nom)) {
            throw illisible("Le paramètre « " + nom + " » manque.");
        }
        verifie(requete.get(nom), nom, type, attendu);
    }

    private static void permet(JsonObject requete, String nom, ValueType type, String attendu) {
        var valeur = requete.getOrDefault(nom, JsonValue.NULL);
        if (valeur.getValueType() != ValueType.NULL) {
            verifie(valeur, nom, type, attendu);
        }
    }

    private static void verifie(JsonValue valeur, String nom, ValueType type, String attendu) {
        if (valeur.getValueType() != type) {
            throw illisible("Le paramètre « " + nom + " » doit être " + attendu + ".");
        }
    }

    private static OperationRefusee illisible(String message) {
        return new OperationRefusee(Erreur.de(CodeErreur.REQUETE_ILLISIBLE, message));
    }
}
