package fr.gouv.apprentissage.bal.habilitation.observation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Has what was met written each {@code bal.habilitations.observation-ecriture}, and what is too old deleted. What a process that dies had not written is lost. */
@Singleton
public class Observation {

    private static final Logger LOG = Logger.getLogger(Observation.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Operations that may wait. */
    private static final int PLACES = 2_000;

    private static final int JOURS_MAX = 365;
    private static final Duration ARRET = Duration.ofSeconds(5);

    private final ObservationConfig config;
    private final Clock horloge;
    private final Tampon tampon;
    private final ObservationStore store;
    private final AtomicReference<CompletableFuture<Void>> derniere =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    Observation(ObservationConfig config, Clock horloge, Pool pool, MeterRegistry registre) {
        if (config.observation() < 1 || config.observation() > JOURS_MAX || config.observationOperations() < 1) {
            throw new IllegalArgumentException(
                    "bal.habilitations.observation va de 1 à 365 jours, bal.habilitations.observation-operations est d'au moins 1");
        }
        this.config = config;
        this.horloge = horloge;
        this.tampon = new Tampon(horloge, PLACES);
        this.store = new ObservationStore(pool);
        FunctionCounter.builder("bal.habilitation.observations.perdues", tampon, Tampon::perdues)
                .description("Opérations reçues et non observées, faute de place en mémoire")
                .register(registre);
    }

    @Produces
    @Singleton
    Observateur observateur() {
        return tampon;
    }

    /** What these clients sent in the last days, the last met first. */
    public Uni<List<OperationObservee>> operations(List<String> clients) {
        return store.operations(clients, horloge.instant().minus(Duration.ofDays(config.observation())));
    }

    /** Writes what waits, once what is being written is; if it fails, it waits again. */
    @Scheduled(
            every = "${bal.habilitations.observation-ecriture:10s}",
            delayed = "${bal.habilitations.observation-ecriture:10s}",
            identity = "habilitations-observation",
            concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> ecris() {
        var fini = new CompletableFuture<Void>();
        var avant = derniere.getAndSet(fini);
        avant.thenRun(() -> Uni.createFrom()
                .deferred(this::ecrisCeQuiAttend)
                .subscribe()
                .with(fait -> fini.complete(null), echec -> fini.complete(null)));
        return Uni.createFrom().completionStage(fini);
    }

    private Uni<Void> ecrisCeQuiAttend() {
        var prises = tampon.prends().stream().collect(Collectors.toMap(marque -> marque, Marque::releve));
        if (prises.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var releves = Releve.reunis(prises.values());
        var clients =
                releves.stream().map(releve -> releve.operation().client()).collect(Collectors.toSet());
        var ecrites = store.ecris(releves)
                .onFailure()
                .invoke(echec -> prises.forEach((marque, releve) -> marque.ajoute(releve.fois())));
        return tolere(ecrites.chain(() -> store.borne(clients, config.observationOperations())), "non écrites");
    }

    /** One replica would be enough; that all do it harms nothing. */
    @Scheduled(
            every = "6h",
            delayed = "1m",
            identity = "habilitations-oubli",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> oublie() {
        var maintenant = horloge.instant();
        return tolere(
                store.oublie(
                        maintenant.minus(Duration.ofDays(config.observation())),
                        LocalDate.ofInstant(maintenant, PARIS).minusDays(UsagesDesDroits.JOURS)),
                "non purgées");
    }

    void arrete(@Observes ShutdownEvent fin) {
        try {
            ecris().await().atMost(ARRET);
        } catch (RuntimeException lente) {
            LOG.warnf(
                    "Opérations observées non écrites à l'arrêt : %s",
                    lente.getClass().getSimpleName());
        }
    }

    private static Uni<Void> tolere(Uni<Void> action, String quoi) {
        return action.onFailure()
                .invoke(echec -> LOG.warnf(
                        "Opérations observées %s : %s", quoi, echec.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
