package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is erased while epochs turn stays erased, and what the database itself holds to, whoever asks. */
class EffacementPendantUnTourTest extends EpoquesPeuplees {

    @Test
    void aRecordThatIsErasedWhileItsSecretIsWrappedAnewDoesNotComeBack() throws Exception {
        // Given a lot that is not committed yet
        tour.annonce();
        tour(processus, SANS_ATTENTE, () -> false).passe();
        base.execute("update epoque set curseur = 0 where numero = 1");
        base.execute("delete from secret where epoque = 2 and enregistrement > 1000");
        var executeur = Executors.newSingleThreadExecutor();
        var connexion = base.pool().getConnectionAndAwait();
        try {
            var lot = connexion.beginAndAwait();
            new Versement(processus.scellement(), 300, 0).avance(connexion, 1, 2);

            // When an erasure that began before the lot's commit waits for it
            var effacement =
                    executeur.submit(() -> base.execute("delete from secret where enregistrement in (5, 150, 299)"));
            attendsUnVerrou();
            lot.commitAndAwait();
            effacement.get();
        } finally {
            connexion.closeAndAwait();
            executeur.shutdownNow();
        }

        // Then
        assertThat(base.nombre("select count(*) from secret where enregistrement in (5, 150, 299)"))
                .isZero();
        tour.passe();
        assertThat(base.etats()).containsEntry(1, EtatEpoque.GARDEE);
        assertThat(base.nombre("select count(*) from secret")).isEqualTo(NOMBRE - 3);
    }

    @Test
    void aRecordThatIsBeingErasedIsNotWrappedAnew() throws Exception {
        // Given an erasure that is not committed yet
        tour.annonce();
        tour(processus, SANS_ATTENTE, () -> false).passe();
        var executeur = Executors.newSingleThreadExecutor();
        var connexion = base.pool().getConnectionAndAwait();
        try {
            var effacement = connexion.beginAndAwait();
            connexion
                    .query("delete from secret where enregistrement between 301 and 310")
                    .executeAndAwait();

            // When
            var versement = executeur.submit(() -> tour.passe());
            attendsUnVerrou();
            effacement.commitAndAwait();
            versement.get();
        } finally {
            connexion.closeAndAwait();
            executeur.shutdownNow();
        }

        // Then
        assertThat(base.nombre("select count(*) from secret")).isEqualTo(NOMBRE - 10);
        assertThat(base.etats()).containsEntry(1, EtatEpoque.GARDEE);
    }

    @Test
    void erasuresAllAlongATurnLeaveNothingBehind() throws Exception {
        // Given
        base.ajoute(processus, LongStream.rangeClosed(NOMBRE + 1, 5000));
        tour.annonce();
        var executeur = Executors.newSingleThreadExecutor();
        try {
            // When
            var effacements = executeur.submit(() -> {
                for (long id = 5000; id > 0; id -= 5) {
                    base.execute("delete from secret where enregistrement = " + id);
                }
            });
            while (base.etats().get(1) != EtatEpoque.GARDEE) {
                tour.passe();
            }
            effacements.get();
        } finally {
            executeur.shutdownNow();
        }

        // Then
        assertThat(base.nombre("select count(*) from secret where enregistrement % 5 = 0"))
                .isZero();
        assertThat(base.nombre("select count(*) from secret")).isEqualTo(4000);
    }

    private void attendsUnVerrou() throws InterruptedException {
        while (base.nombre("select count(*) from pg_locks where not granted") == 0) {
            Thread.sleep(10);
        }
    }

    @Test
    void theRoleThatServesCannotDropWhatIsNotCounted() {
        // Given
        tour.annonce();
        tour(processus, SANS_ATTENTE, () -> false).passe();

        // When
        var restants = base.nombre("select epoque_vide(1)");

        // Then
        assertThat(restants).isPositive();
        assertThat(base.nombre("select count(*) from secret_1")).isEqualTo(NOMBRE);
    }

    @Test
    void theEpochThatServesCannotBeClosedNorEmptied() {
        assertThatThrownBy(() -> base.execute("select epoque_ferme(1)")).isInstanceOf(PgException.class);
        assertThatThrownBy(() -> base.execute("select epoque_vide(1)")).isInstanceOf(PgException.class);
        assertThatThrownBy(() -> base.execute("select epoque_prepare(7)")).isInstanceOf(PgException.class);
        assertThatThrownBy(() -> base.execute("drop table secret_1"))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
    }

    @Test
    void nothingComesUnderAnEpochThatIsClosed() {
        // Given
        tour.annonce();
        tour(processus, SANS_ATTENTE, () -> false).passe();

        // When, Then
        assertThatThrownBy(() -> base.execute("insert into secret values (5000, 1, 'x')"))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("40001"));
    }
}
