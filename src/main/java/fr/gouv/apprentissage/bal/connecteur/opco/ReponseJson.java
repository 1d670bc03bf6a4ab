package fr.gouv.apprentissage.bal.connecteur.opco;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.sortie.Reponse;
import java.io.IOException;

/** Reads the small JSON objects that these sources answer with. */
final class ReponseJson {

    private static final int TAILLE = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReponseJson() {}

    /**
     * The object, held against the contract of its source.
     *
     * @throws SourceIndisponible when it is none, as a proxy's page for people; the message and the cause tell nothing of it
     */
    static JsonNode lis(Reponse reponse, ReleveDeReponses releve) throws IOException {
        var arbre = lis(reponse);
        releve.compare(arbre);
        return arbre;
    }

    /** The same of a source that is held to no contract. */
    static JsonNode lis(Reponse reponse) throws IOException {
        var octets = reponse.corps().readNBytes(TAILLE + 1);
        if (octets.length > TAILLE) {
            throw illisible();
        }
        var arbre = arbre(octets);
        if (arbre == null || !arbre.isObject()) {
            throw illisible();
        }
        return arbre;
    }

    static SourceIndisponible illisible() {
        return new SourceIndisponible("la réponse de la source est illisible");
    }

    /** What a directory's answer means whose code is none that we know: a new one, told of this company alone, or no code at all. */
    static RuntimeException inattendu(JsonNode code) {
        return code.isTextual() ? new OpcoNonReconnu() : illisible();
    }

    // Jackson's exceptions quote what they read.
    private static JsonNode arbre(byte[] octets) throws IOException {
        try {
            return JSON.readTree(octets);
        } catch (JsonProcessingException pasDuJson) {
            throw illisible();
        }
    }
}
