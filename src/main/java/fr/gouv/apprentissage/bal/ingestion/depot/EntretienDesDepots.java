package fr.gouv.apprentissage.bal.ingestion.depot;

import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/** Gives the house its store of files, and takes away those that nobody reads. */
@ApplicationScoped
class EntretienDesDepots {

    private static final Logger LOG = Logger.getLogger(EntretienDesDepots.class);

    private final DepotStore store;
    private final DepotConfig config;
    private final Clock horloge;

    EntretienDesDepots(DepotStore store, DepotConfig config, Clock horloge) {
        this.store = store;
        this.config = config;
        this.horloge = horloge;
    }

    @Produces
    @Singleton
    static DepotStore store(Pool pool, Scellement scellement, VersionsDeCles versions, Clock horloge) {
        return new DepotStore(pool, scellement, versions, horloge);
    }

    /** Every replica may: rows that another one holds are left to it. */
    @Scheduled(every = "1h", delayed = "15m", identity = "depots-purge")
    @Blocking
    void purge() {
        var partis = store.purge(OffsetDateTime.now(horloge).minus(config.conservation()));
        if (partis > 0) {
            LOG.infof("%d fichiers déposés que rien n'a lus ont été effacés", partis);
        }
    }
}
