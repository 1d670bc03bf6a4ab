package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;

/**
 * By the fault tolerance library, each source by itself: a limit on the whole (the caller is answered then, whatever the request still does), so many
 * questions at once, and a breaker that opens when half of the last {@value #FENETRE} failed.
 */
final class GardeDeSource implements Garde {

    /** Questions that the breaker looks back on. */
    static final int FENETRE = 10;

    private static final Logger LOG = Logger.getLogger(GardeDeSource.class);
    private static final TypeLiteral<CompletionStage<Void>> ETAPE = new TypeLiteral<>() {};
    private static final ExecutorService FILS = Executors.newCachedThreadPool(action -> {
        var fil = new Thread(action, "opco");
        fil.setDaemon(true);
        return fil;
    });

    private final Guard garde;

    /**
     * @param source name of the source, for the log
     * @param delai longest time of one question
     * @param simultanees questions at once; one more waits, the next is refused
     * @param repos how long an open breaker leaves the source alone
     * @param mesures where the state of the breaker shows
     */
    GardeDeSource(String source, Duration delai, int simultanees, Duration repos, MesuresOpco mesures) {
        mesures.disjoncteur(source, CircuitBreakerState.CLOSED);
        this.garde = Guard.create()
                .withDescription(source)
                .withCircuitBreaker()
                .requestVolumeThreshold(FENETRE)
                .failureRatio(0.5)
                .delay(repos.toMillis(), ChronoUnit.MILLIS)
                .successThreshold(2)
                .when(GardeDeSource::estUnePanne)
                .onStateChange(etat -> {
                    mesures.disjoncteur(source, etat);
                    dis(source, etat);
                })
                .done()
                .withTimeout()
                .duration(delai.toMillis(), ChronoUnit.MILLIS)
                .done()
                .withBulkhead()
                .limit(simultanees)
                .queueSize(1)
                .done()
                .withThreadOffload(true)
                .withThreadOffloadExecutor(FILS)
                .build();
    }

    @Override
    public <T> Uni<T> avec(Supplier<T> action) {
        return Uni.createFrom().completionStage(() -> {
            var resultat = new AtomicReference<T>();
            return garde.get(
                            () -> {
                                resultat.set(action.get());
                                return CompletableFuture.completedFuture((Void) null);
                            },
                            ETAPE)
                    .thenApply(fait -> resultat.get());
        });
    }

    // A refusal of what one asked (a 400 for an odd address) says nothing of the source, and who sends odd addresses
    // must not
    // be able to close it to the others; nor does it that we had too many questions of our own, or no journal.
    private static boolean estUnePanne(Throwable echec) {
        if (echec instanceof BulkheadException || echec instanceof JournalIndisponible) {
            return false;
        }
        return !(echec instanceof SourceRefusee) || echec instanceof CompteRefuse;
    }

    private static void dis(String source, CircuitBreakerState etat) {
        switch (etat) {
            case OPEN -> LOG.warnf("%s : la source ne répond plus, elle n'est pas demandée pour un moment", source);
            case CLOSED -> LOG.infof("%s : la source répond", source);
            default -> LOG.debugf("%s : la source est demandée à nouveau, à l'essai", source);
        }
    }
}
