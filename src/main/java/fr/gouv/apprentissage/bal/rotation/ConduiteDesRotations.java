package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Turns keys in this replica. Every replica looks around; each step holds the job's row, so that one of them works at a time. */
@ApplicationScoped
public class ConduiteDesRotations {

    private static final Logger LOG = Logger.getLogger(ConduiteDesRotations.class);

    private final ExecutorService fil = Executors.newSingleThreadExecutor(action -> {
        var nomme = new Thread(action, "bal-rotation");
        nomme.setDaemon(true);
        return nomme;
    });
    private final AtomicBoolean prete = new AtomicBoolean();
    private final AtomicBoolean attend = new AtomicBoolean();
    private final Rotations rotations;
    private final Rotateur rotateur;
    private final MesuresDeRotation mesures;
    private final RotationConfig config;

    ConduiteDesRotations(
            Pool pool,
            Scellement scellement,
            VersionsDeCles versions,
            @Any Instance<LieuScelle> lieux,
            Journal journal,
            RegistreCourant registre,
            Signataire signataire,
            RotationConfig config,
            Clock horloge,
            MeterRegistry registreDeMesures) {
        var transactions = new Transactions(pool);
        var places = new Places(lieux.stream().toList());
        this.config = config;
        this.mesures = new MesuresDeRotation(registreDeMesures);
        this.rotations = new Rotations(transactions, versions, places, horloge);
        this.rotateur = new Rotateur(
                transactions,
                scellement,
                versions,
                places,
                new EntreeDeTraitement(journal, registre),
                signataire,
                config,
                horloge,
                mesures::faites);
    }

    Rotations rotations() {
        return rotations;
    }

    /** Nothing is done before the tables and the keys are there. */
    void demarre(@Observes @Priority(41) StartupEvent debut) {
        prete.set(true);
    }

    @Scheduled(
            every = "${bal.rotation.veille:5s}",
            delayed = "1s",
            identity = "rotation-veille",
            concurrentExecution = ConcurrentExecution.SKIP)
    void veille() {
        if (prete.get() && !fil.isShutdown() && attend.compareAndSet(false, true)) {
            fil.execute(this::tour);
        }
    }

    @Scheduled(cron = "${bal.rotation.planification:off}", timeZone = "Europe/Paris", identity = "rotation-planifiee")
    void planifiee() {
        protege(() -> rotations.tourneLesAnciennes(config.age()));
    }

    /** A job that is under way goes on at the next start, or elsewhere. */
    void arrete(@Observes @Priority(41) ShutdownEvent fin) throws InterruptedException {
        prete.set(false);
        fil.shutdownNow();
        if (!fil.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("une rotation de clé n'a pas fini de s'arrêter");
        }
    }

    private void tour() {
        attend.set(false);
        protege(() -> {
            var suite = rotateur.pas();
            mesures.note(rotations.parClasse());
            while (suite.isPresent() && repose(suite)) {
                suite = rotateur.pas();
                mesures.note(rotations.parClasse());
            }
            config.retrait().ifPresent(rotations::retireApres);
        });
    }

    private boolean repose(Optional<Duration> suite) {
        try {
            Thread.sleep(suite.orElse(Duration.ZERO).toMillis());
            return prete.get();
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void protege(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException panne) {
            LOG.warnf("rotation des clés : %s, elle reprendra", panne.getClass().getSimpleName());
        }
    }
}
