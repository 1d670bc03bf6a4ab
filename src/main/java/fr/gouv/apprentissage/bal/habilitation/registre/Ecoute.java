package fr.gouv.apprentissage.bal.habilitation.registre;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.util.concurrent.atomic.AtomicReference;

/** Hears on a connection of its own that the revision moved. What is lost while it is down, the regular comparison finds. */
final class Ecoute {

    private final Pool pool;
    private final Runnable surChangement;
    private final AtomicReference<SqlConnection> connexion = new AtomicReference<>();

    Ecoute(Pool pool, Runnable surChangement) {
        this.pool = pool;
        this.surChangement = surChangement;
    }

    /** Listens, unless it does already. */
    Uni<Void> veille() {
        return connexion.get() != null
                ? Uni.createFrom().voidItem()
                : pool.getConnection().chain(this::ecoute);
    }

    private Uni<Void> ecoute(SqlConnection nouvelle) {
        if (!connexion.compareAndSet(null, nouvelle)) {
            return nouvelle.close();
        }
        var pg = PgConnection.cast(nouvelle.getDelegate());
        pg.notificationHandler(notification -> surChangement.run());
        nouvelle.closeHandler(() -> connexion.compareAndSet(nouvelle, null));
        return nouvelle.query("listen " + RegistreStore.CANAL)
                .execute()
                .replaceWithVoid()
                .onFailure()
                .call(() -> ferme());
    }

    /** Gives the connection back. */
    Uni<Void> ferme() {
        var ouverte = connexion.getAndSet(null);
        return ouverte == null ? Uni.createFrom().voidItem() : ouverte.close();
    }
}
