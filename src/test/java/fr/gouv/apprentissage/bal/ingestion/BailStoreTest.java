package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BailStoreTest {

    private static final String NOM = "deca";

    private final Pool pool = BaseDIngestion.vide();
    private final BailStore bail = new BailStore(pool, "un processus", Duration.ofMinutes(1));

    @Test
    void whoHoldsALeaseBeatsIt() {
        var jeton = bail.prends(NOM).orElseThrow();

        assertThat(bail.bats(NOM, jeton)).isTrue();
        assertThat(bail.prends(NOM)).isEmpty();
    }

    @Test
    void aBeatThatComesAfterTheLeaseWasGivenBackDoesNotTakeItAgain() {
        var jeton = bail.prends(NOM).orElseThrow();
        bail.rends(NOM, jeton);

        assertThat(bail.bats(NOM, jeton)).isFalse();
        assertThat(bail.prends(NOM)).hasValue(jeton + 1);
    }

    @Test
    void whoLostALeaseDoesNotGiveBackWhatIsAnothers() {
        var jeton = bail.prends(NOM).orElseThrow();
        bail.rends(NOM, jeton);
        var autre = new BailStore(pool, "un autre", Duration.ofMinutes(1));
        var sien = autre.prends(NOM).orElseThrow();

        bail.rends(NOM, jeton);

        assertThat(autre.bats(NOM, sien)).isTrue();
    }
}
