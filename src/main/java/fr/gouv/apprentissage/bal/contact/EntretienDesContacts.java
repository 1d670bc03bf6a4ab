package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.scellement.Lieu;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Purges contacts on every replica, one at a time. */
@ApplicationScoped
class EntretienDesContacts {

    private static final Logger LOG = Logger.getLogger(EntretienDesContacts.class);
    private static final int LOT = 1000;

    private final AtomicBoolean prete = new AtomicBoolean();
    private final PurgeDesContacts purge;
    private final Counter purges;

    @Inject
    EntretienDesContacts(Pool pool, @Any Instance<Lieu> lieux, Clock horloge, MeterRegistry registre) {
        this(new PurgeDesContacts(pool, lieux.stream().toList(), horloge, LOT), registre);
    }

    EntretienDesContacts(PurgeDesContacts purge, MeterRegistry registre) {
        this.purge = purge;
        this.purges = Counter.builder("bal.contact.purges")
                .description("Contacts arrivés à expiration que ce processus a supprimés")
                .register(registre);
    }

    /** Nothing is done before the tables are there and what was erased is gone again. */
    void demarre(@Observes @Priority(41) StartupEvent debut) {
        prete.set(true);
    }

    void arrete(@Observes @Priority(41) ShutdownEvent fin) {
        prete.set(false);
    }

    @Blocking
    @Scheduled(
            every = "${bal.contact.purge:1h}",
            delayed = "1m",
            identity = "contact-purge",
            concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        try {
            var total = 0;
            for (var partis = lot(); partis > 0; partis = lot()) {
                purges.increment(partis);
                total += partis;
            }
            if (total > 0) {
                LOG.infof("%d contacts ne valent plus et sont supprimés", total);
            }
        } catch (RuntimeException panne) {
            LOG.warnf(
                    "purge des contacts : %s, elle reprendra", panne.getClass().getSimpleName());
        }
    }

    private int lot() {
        return prete.get() ? purge.lot().await().indefinitely() : 0;
    }
}
