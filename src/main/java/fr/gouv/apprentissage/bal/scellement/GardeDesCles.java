package fr.gouv.apprentissage.bal.scellement;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Opens the key ring at start and keeps it from then on. Two threads, because letting keys go may not wait for a holder that hangs. */
@Singleton
final class GardeDesCles {

    private static final Logger JOURNAL = Logger.getLogger(GardeDesCles.class);
    private static final long PAS = 5;

    private final Trousseau trousseau;
    private final ScheduledExecutorService entretien = executeur("bal-cles-entretien");
    private final ScheduledExecutorService echeance = executeur("bal-cles-echeance");

    GardeDesCles(Trousseau trousseau) {
        this.trousseau = trousseau;
    }

    // Before every room that reads or writes a sealed value.
    void auDemarrage(@Observes @Priority(10) StartupEvent demarrage) {
        trousseau.ouvre();
        entretien.scheduleWithFixedDelay(() -> protege(trousseau::entretiens), PAS, PAS, TimeUnit.SECONDS);
        echeance.scheduleWithFixedDelay(() -> protege(trousseau::laisseExpirer), PAS, PAS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void arrete() {
        entretien.shutdownNow();
        echeance.shutdownNow();
    }

    // An exception that left a scheduled task would be its last.
    private static void protege(Runnable tache) {
        try {
            tache.run();
        } catch (RuntimeException e) {
            JOURNAL.error("l'entretien des clés a échoué, il reprendra", e);
        }
    }

    private static ScheduledExecutorService executeur(String nom) {
        ThreadFactory fils = tache -> {
            var fil = new Thread(tache, nom);
            fil.setDaemon(true);
            return fil;
        };
        return Executors.newSingleThreadScheduledExecutor(fils);
    }
}
