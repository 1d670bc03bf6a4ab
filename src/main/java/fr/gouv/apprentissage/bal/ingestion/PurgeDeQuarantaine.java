package fr.gouv.apprentissage.bal.ingestion;

import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/** Takes out rows that stood in quarantine as long as they may: whoever wanted them mended had that time. Every replica may do it at once. */
@ApplicationScoped
class PurgeDeQuarantaine {

    private static final Logger LOG = Logger.getLogger(PurgeDeQuarantaine.class);
    private static final int LOT = 500;

    private final Transactions transactions;
    private final Clock horloge;
    private final int jours;
    private final QuarantaineStore quarantaine = new QuarantaineStore();

    @Inject
    PurgeDeQuarantaine(Pool pool, Clock horloge, IngestionConfig config) {
        this(pool, horloge, config.quarantaine().conservation());
    }

    /** @param jours how long rows stay, at least 1 */
    PurgeDeQuarantaine(Pool pool, Clock horloge, int jours) {
        this.transactions = new Transactions(pool);
        this.horloge = horloge;
        this.jours = jours;
    }

    @Scheduled(every = "1H", delayed = "10M", identity = "ingestion-purge-de-quarantaine")
    void purge() {
        var avant = OffsetDateTime.now(horloge).minusDays(jours);
        var parties = 0;
        var lot = purge(avant);
        while (lot > 0) {
            parties += lot;
            lot = purge(avant);
        }
        if (parties > 0) {
            LOG.infof("quarantaine : %d lignes de plus de %d jours effacées", parties, jours);
        }
    }

    private int purge(OffsetDateTime avant) {
        return transactions.dans(connexion -> {
            var anciennes = quarantaine.anciennes(connexion, avant, LOT);
            quarantaine.sors(connexion, anciennes);
            return anciennes.size();
        });
    }
}
