package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer while it is read.
 *
 * @param statut of HTTP
 * @param entetes of the answer
 * @param corps decompressed, bounded in size and time
 */
public record Reponse(int statut, HttpHeaders entetes, InputStream corps) {

    /** The first value of a header. */
    public Optional<String> entete(String nom) {
        return entetes.firstValue(nom);
    }
}
