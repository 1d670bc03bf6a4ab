package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** The retry that production uses; the library's guard needs the container. */
@QuarkusTest
@AvecBaseEmbarquee
class RepriseAvecGardeTest {

    private static final Duration COURTE = Duration.ofMillis(1);
    private static final int ESSAIS = 3;

    private final Reprise reprise = new RepriseAvecGarde(ESSAIS, COURTE, COURTE);
    private final AtomicInteger appels = new AtomicInteger();

    @Test
    void aSourceThatComesBackIsReadAfterAll() {
        var lues = reprise.avec(() -> {
            if (appels.incrementAndGet() <= ESSAIS) {
                throw new SourceIndisponible("réponse 503");
            }
            return 42;
        });

        assertThat(lues).isEqualTo(42);
        assertThat(appels).hasValue(ESSAIS + 1);
    }

    @Test
    void aSourceThatStaysAwayIsToldAsItsLastOutage() {
        assertThatThrownBy(() -> reprise.avec(toujours(new SourceIndisponible("réponse 503"))))
                .isInstanceOf(SourceIndisponible.class)
                .hasMessage("réponse 503");
        assertThat(appels).hasValue(ESSAIS + 1);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        assertThatThrownBy(() -> reprise.avec(toujours(new SourceRefusee("réponse 401"))))
                .isInstanceOf(SourceRefusee.class);
        assertThat(appels).hasValue(1);
    }

    @Test
    void whatTheSourceAsksToWaitIsWaitedForAtLeast() {
        var pause = new RepriseAvecGarde.Pause(COURTE, COURTE);

        assertThat(pause.nextDelayInMillis(new SourceIndisponible("réponse 429", Duration.ofSeconds(7))))
                .isBetween(7_001L, 7_001L);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        var pause = new RepriseAvecGarde.Pause(Duration.ofMillis(100), Duration.ofMillis(300));
        var panne = new SourceIndisponible("réponse 503");

        assertThat(pause.nextDelayInMillis(panne)).isBetween(1L, 100L);
        assertThat(pause.nextDelayInMillis(panne)).isBetween(1L, 200L);
        for (int essai = 0; essai < 100; essai++) {
            assertThat(pause.nextDelayInMillis(panne)).isBetween(1L, 300L);
        }
    }

    private IntSupplier toujours(RuntimeException echec) {
        return () -> {
            appels.incrementAndGet();
            throw echec;
        };
    }
}
