package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Consumer;
import java.util.function.Function;

/** Transactions on a thread of their own, which may wait: never on an event loop. */
public final class Transactions {

    private final Pool pool;
    private final Consumer<SqlConnection> debut;
    private final Consumer<SqlConnection> fin;

    /** @param pool whose connections they take */
    public Transactions(Pool pool) {
        this(pool, connexion -> {}, connexion -> {});
    }

    private Transactions(Pool pool, Consumer<SqlConnection> debut, Consumer<SqlConnection> fin) {
        this.pool = pool;
        this.debut = debut;
        this.fin = fin;
    }

    /**
     * The same, each of which begins and ends by these.
     *
     * @param fin the last that happens before the commit: what it throws undoes all
     */
    Transactions entre(Consumer<SqlConnection> debut, Consumer<SqlConnection> fin) {
        return new Transactions(pool, debut, fin);
    }

    /** What the action gives, committed; rolled back when it throws. */
    public <T> T dans(Function<SqlConnection, T> action) {
        return avec(connexion -> {
            var transaction = connexion.beginAndAwait();
            var faite = false;
            try {
                debut.accept(connexion);
                var resultat = action.apply(connexion);
                fin.accept(connexion);
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

    /** The action, committed; rolled back when it throws. */
    void fais(Consumer<SqlConnection> action) {
        dans(connexion -> {
            action.accept(connexion);
            return connexion;
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
