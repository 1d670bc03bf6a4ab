package fr.gouv.apprentissage.bal.personne;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Serialises, over all processes, what decides which records a person has: the matching of identities, whatever the source, and erasure. Held
 * until the transaction ends.
 */
public final class VerrouDAppariement {

    private static final long VERROU = 0x42414c_415050L;

    private VerrouDAppariement() {}

    /** Waits for it, as long as the connection's {@code lock_timeout} allows. */
    public static void prends(SqlConnection connexion) {
        connexion.preparedQuery("select pg_advisory_xact_lock($1)").executeAndAwait(Tuple.of(VERROU));
    }
}
