package fr.gouv.apprentissage.bal.rotation.epoque;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Transactions of a job: on its own thread, which may wait. */
final class Transactions {

    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    /** What the action gives, committed; rolled back when it throws. */
    <T> T dans(Function<SqlConnection, T> action) {
        var connexion = pool.getConnectionAndAwait();
        try {
            var transaction = connexion.beginAndAwait();
            var faite = false;
            try {
                var resultat = action.apply(connexion);
                transaction.commitAndAwait();
                faite = true;
                return resultat;
            } finally {
                if (!faite) {
                    // The cause matters, not that a broken connection cannot even roll back.
                    transaction.rollback().onFailure().recoverWithNull().await().indefinitely();
                }
            }
        } finally {
            connexion.close().onFailure().recoverWithNull().await().indefinitely();
        }
    }
}
