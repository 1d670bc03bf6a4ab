package fr.gouv.apprentissage.bal.version;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** This process' signs of life, from before it reads or writes a stored value until it ends. */
@Singleton
final class Battement {

    private static final Logger JOURNAL = Logger.getLogger(Battement.class);

    private final Processus processus;
    private final VersionConfig config;
    private final ScheduledExecutorService fil = Executors.newSingleThreadScheduledExecutor(tache -> {
        var fil = new Thread(tache, "bal-version");
        fil.setDaemon(true);
        return fil;
    });
    private volatile Optional<String> empechement = Optional.empty();
    private volatile double vivants = 1;

    Battement(
            ProcessusStore store,
            Instance<FormatLu> lit,
            VersionConfig config,
            FormatsEcrits formats,
            MeterRegistry mesures) {
        this.config = config;
        this.processus = new Processus(store, lit.stream().toList(), config, formats);
        Gauge.builder("bal.version.processus", () -> vivants)
                .description("processus qui ont donné signe de vie")
                .register(mesures);
        lit.forEach(format -> Gauge.builder("bal.version.format", () -> formats.version(format.nom()))
                .tag("format", format.nom())
                .description("version dans laquelle un format est écrit")
                .register(mesures));
    }

    // After the schema, before the keys.
    void auDemarrage(@Observes @Priority(5) StartupEvent demarrage) {
        processus.commence();
        long pas = config.battement().toMillis();
        fil.scheduleWithFixedDelay(this::bats, pas, pas, TimeUnit.MILLISECONDS);
    }

    void aLArret(@Observes ShutdownEvent arret) {
        fil.shutdownNow();
        try {
            processus.finis();
        } catch (RuntimeException baseAbsente) {
            JOURNAL.warn("ce processus compte comme vivant jusqu'à la fin de son délai : la base ne répond pas");
        }
    }

    /** Why this process should not serve, if so. */
    Optional<String> empechement() {
        return empechement;
    }

    private void bats() {
        try {
            processus.bats();
            vivants = processus.vivants();
            empechement = Optional.empty();
        } catch (FormatTropRecent e) {
            empechement = Optional.of(e.getMessage());
            JOURNAL.error(e.getMessage());
        } catch (RuntimeException e) {
            // An exception that left a scheduled task would be its last; what was known keeps holding.
            JOURNAL.warn("signe de vie manqué : " + e.getClass().getSimpleName());
        }
    }
}
