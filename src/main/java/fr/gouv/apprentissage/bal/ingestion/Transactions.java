package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Transactions on a thread of their own, which may wait: never on an event loop. */
public final class Transactions {

    private final Pool pool;

    /** @param pool whose connections they take */
    public Transactions(Pool pool) {
        this.pool = pool;
    }

    /** What the action gives, committed; rolled back when it throws. */
    public <T> T dans(Function<SqlConnection, T> action) {
        return avec(connexion -> {
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
        });
    }

    /** What the action gives, each statement by itself. */
    public <T> T avec(Function<SqlConnection, T> action) {
        var connexion = pool.getConnectionAndAwait();
        try {
            return action.apply(connexion);
        } finally {
            connexion.close().onFailure().recoverWithNull().await().indefinitely();
        }
    }
}
