package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

/** What of a failure may work later. */
class PanneTest {

    @Test
    void aTransactionThatTheServerEndedWhileItsProcessSleptIsOneThatMayWorkLater() {
        var transactions = new Transactions(BaseDIngestion.laMeme())
                .entre(
                        connexion -> connexion
                                .query("set local idle_in_transaction_session_timeout = '100ms'")
                                .executeAndAwait(),
                        connexion -> {});

        var echec = catchThrowable(() -> transactions.dans(connexion -> {
            dors();
            return connexion.query("select 1").executeAndAwait().size();
        }));

        assertThat(Panne.de(echec)).matches(Panne::passagere);
    }

    private static void dors() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
