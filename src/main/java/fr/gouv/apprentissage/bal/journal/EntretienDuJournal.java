package fr.gouv.apprentissage.bal.journal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Makes the journal's months in advance: at start and each day. A month that is missing all the same is made when an entry fails for want of it. */
@ApplicationScoped
class EntretienDuJournal {

    private static final Logger LOG = Logger.getLogger(EntretienDuJournal.class);

    private final JournalGroupe journal;

    EntretienDuJournal(JournalGroupe journal) {
        this.journal = journal;
    }

    /** Waits, so that the first answer finds its month; a database that is down delays the start by ten seconds and does not prevent it. */
    void auDemarrage(@Observes @Priority(5) StartupEvent demarrage) {
        try {
            prepare().await().atMost(Duration.ofSeconds(10));
        } catch (io.smallrye.mutiny.TimeoutException lente) {
            LOG.warn("Mois du journal non préparés : TimeoutException");
        }
    }

    @Scheduled(every = "24h", delayed = "24h", identity = "journal-partitions")
    Uni<Void> chaqueJour() {
        return prepare();
    }

    private Uni<Void> prepare() {
        return journal.preparePartitions()
                .invoke(faites -> {
                    if (faites > 0) {
                        LOG.infof("Journal : %d mois préparés", faites);
                    }
                })
                .onFailure()
                .invoke(cause -> LOG.warnf("Mois du journal non préparés : %s", Echec.code(cause)))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}
