package fr.gouv.apprentissage.bal.connecteur.francetravail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Reads one row: what is kept of it, and nothing else of it is ever made a text of. */
final class LecteurDOffre {

    /** Most bytes of a row that is read. */
    static final int TAILLE = 16 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TAILLE)
                    .maxNestingDepth(200)
                    .build())
            .build();

    private final Instant vuLe;

    /** @param vuLe when the source says it */
    LecteurDOffre(Instant vuLe) {
        this.vuLe = vuLe;
    }

    OffreLue lis(TexteJson.Valeur ligne) {
        var lue = new OffreEnLecture();
        var entiere = ligne.entiere() && lis(ligne.octets(), lue);
        var forme = entiere ? forme(ligne.octets()) : MissingNode.getInstance();
        return lue.finie(entiere, empreinte(ligne.octets()), forme, vuLe);
    }

    /** Whether the row could be read to its end; what came before stays. */
    private static boolean lis(byte[] ligne, OffreEnLecture lue) {
        try (var jetons = JSON.createParser(ligne)) {
            if (jetons.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            objet(jetons, "", lue);
            return jetons.nextToken() == null;
        } catch (IOException | RuntimeException illisible) {
            // Without the cause: Jackson's messages hold a piece of the row.
            return false;
        }
    }

    /** Of a row that could be read to its end. */
    private static JsonNode forme(byte[] ligne) {
        try (var jetons = JSON.createParser(ligne)) {
            jetons.nextToken();
            return FormeDeLigne.de(jetons);
        } catch (IOException illisible) {
            throw new IllegalStateException("une ligne lue ne se relit pas");
        }
    }

    private static void objet(JsonParser jetons, String chemin, OffreEnLecture lue) throws IOException {
        while (jetons.nextToken() != JsonToken.END_OBJECT) {
            var champ = chemin + jetons.currentName();
            var valeur = jetons.nextToken();
            if (OffreEnLecture.CONTENANTS.contains(champ)) {
                contenant(jetons, champ, valeur, lue);
            } else if (OffreEnLecture.CHAMPS.contains(champ)) {
                place(jetons, champ, valeur, lue);
            } else {
                jetons.skipChildren();
            }
        }
    }

    private static void contenant(JsonParser jetons, String champ, JsonToken valeur, OffreEnLecture lue)
            throws IOException {
        if (valeur == JsonToken.START_OBJECT) {
            objet(jetons, champ + ".", lue);
            return;
        }
        if (valeur != JsonToken.VALUE_NULL) {
            lue.ecarte(champ);
        }
        jetons.skipChildren();
    }

    private static void place(JsonParser jetons, String champ, JsonToken valeur, OffreEnLecture lue)
            throws IOException {
        if (valeur == JsonToken.VALUE_STRING) {
            lue.place(champ, jetons.getText());
        } else if (valeur != JsonToken.VALUE_NULL) {
            lue.ecarte(champ);
            jetons.skipChildren();
        }
    }

    private static String empreinte(byte[] ligne) {
        try {
            return "#"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(ligne), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
