package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Turning epochs on the real tables, with the file of master keys, as the role that serves. */
class TourDEpoqueTest extends EpoquesPeuplees {

    private String ouvre(ProcessusDEpoques avec, BaseDEpoques.Secret secret) {
        var cle = avec.scellement().cle(secret.enregistrement(), secret.epoque(), secret.enveloppe());
        return avec.ouvre(cle, valeurs.get((int) secret.enregistrement() - 1));
    }

    @Test
    void theLivingSecretsPassUnderTheNewEpochAndTheOldPartitionGoes() {
        // When
        tourne();

        // Then
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.GARDEE), entry(2, EtatEpoque.COURANTE));
        assertThat(base.nombre("select count(*) from secret where epoque = 2")).isEqualTo(NOMBRE);
        assertThat(base.nombre("select count(*) from secret")).isEqualTo(NOMBRE);
        assertThat(base.nombre("select secrets from epoque where numero = 1")).isEqualTo(NOMBRE);
        assertThat(base.lignes("select to_regclass('secret_1')::text").get(0).getString(0))
                .isNull();
    }

    @Test
    void whatWasSealedOpensAfterATurnInEveryProcess() {
        // When
        tourne();

        // Then
        var autre = processus();
        for (long id = 1; id <= NOMBRE; id++) {
            assertThat(ouvre(autre, base.secret(id))).isEqualTo("valeur " + id);
        }
    }

    @Test
    void anEpochIsAnnouncedBeforeItIsUsed() {
        // Given
        var annonceur = tour(processus, Delais.DE_SERVICE, () -> true);

        // When
        var numero = annonceur.annonce();
        annonceur.passe();
        processus.relis();

        // Then
        assertThat(numero).isEqualTo(2);
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.COURANTE), entry(2, EtatEpoque.ANNONCEE));
        assertThat(processus.scellement().nouvelle(1000).epoque()).isEqualTo(1);
        assertThat(base.nombre("select (extract(epoch from ouverte_le - now()) >= 60)::int::bigint from epoque"
                        + " where numero = 2"))
                .isEqualTo(1);
    }

    @Test
    void asLongAsOneIsAnnouncedThereIsNoOther() {
        var annonceur = tour(processus, Delais.DE_SERVICE, () -> true);

        assertThat(List.of(annonceur.annonce(), annonceur.annonce())).containsExactly(2, 2);
    }

    @Test
    void whenItsTimeHasComeAnEpochTurnsByItself() {
        // Given
        base.execute("update epoque set ouverte_le = ouverte_le - interval '30 days'");

        // When
        tour.passe();

        // Then
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.GARDEE), entry(2, EtatEpoque.COURANTE));
    }

    /** PostgreSQL takes an automatic vacuum away from who has waited for {@code deadlock_timeout}: who leaves by then waits in vain for ever. */
    @Test
    void whoWaitsForAPartitionWaitsLongerThanAnAutomaticVacuumMayHoldIt() {
        var attentes = base.lignes("select substring(reglage from 'lock_timeout=(.*)')::interval > current_setting("
                + "'deadlock_timeout')::interval from pg_proc, unnest(proconfig) as reglage"
                + " where proname like 'epoque%' and reglage like 'lock_timeout%'");

        assertThat(attentes).hasSize(3).allMatch(ligne -> ligne.getBoolean(0));
    }

    @Test
    void beforeItsTimeNothingTurns() {
        base.execute("update epoque set ouverte_le = ouverte_le - interval '29 days'");

        tour.passe();

        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.COURANTE));
    }

    @Test
    void withoutTheRightNothingTurns() {
        // Given
        base.execute("update epoque set ouverte_le = ouverte_le - interval '30 days'");
        var serveur = ProcessusDEpoques.sansGardien(base.pool(), dossier.resolve("cles"));

        // When
        tour(serveur, SANS_ATTENTE, () -> true).passe();

        // Then
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.COURANTE));
        assertThat(serveur.epoques().empechement()).contains("pas dans ce test");
    }

    @Test
    void aKeptEpochOpensItsBackupsAndADestroyedOneDoesNot() {
        // Given
        var sauvegarde = base.secret(7);
        var enveloppe = base.lignes("select enveloppe from epoque where numero = 1")
                .get(0)
                .getBuffer(0);

        // When, Then
        tourne();
        assertThat(ouvre(processus(), sauvegarde)).isEqualTo("valeur 7");
        tourne();
        assertThat(ouvre(processus(), sauvegarde)).isEqualTo("valeur 7");
        tourne();
        tour.passe();
        assertThat(base.etats())
                .containsExactly(
                        entry(1, EtatEpoque.DETRUITE),
                        entry(2, EtatEpoque.GARDEE),
                        entry(3, EtatEpoque.GARDEE),
                        entry(4, EtatEpoque.COURANTE));
        assertThatThrownBy(() -> ouvre(processus(), sauvegarde)).isInstanceOf(ClesIndisponibles.class);

        // When the wrapped key is put back from the backup too
        base.pool()
                .preparedQuery(
                        "update epoque set enveloppe = $1, detruite_le = null, effacee_le = null" + " where numero = 1")
                .executeAndAwait(Tuple.of(Buffer.buffer(enveloppe.getBytes())));

        // Then
        assertThatThrownBy(() -> ouvre(processus(), sauvegarde))
                .isInstanceOf(ClesIndisponibles.class)
                .hasMessageContaining("refusée");
    }

    @Test
    void anEpochIsTakenFromServiceBeforeItGoesAtTheHolder() {
        // Given
        var patient = tour(processus, new Delais(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1)), () -> true);

        // When
        for (int i = 0; i < 3; i++) {
            patient.annonce();
            patient.passe();
        }
        patient.passe();

        // Then
        assertThat(base.etats()).containsEntry(1, EtatEpoque.EN_DESTRUCTION);
        assertThat(dossier.resolve("cles")).content().contains("bal-secrets 1 ");

        // When
        base.execute("update epoque set detruite_le = detruite_le - interval '1 minute' where numero = 1");
        patient.passe();

        // Then
        assertThat(base.etats()).containsEntry(1, EtatEpoque.DETRUITE);
        assertThat(dossier.resolve("cles"))
                .content()
                .doesNotContain("bal-secrets 1 ")
                .contains("bal-secrets 2 ", "bal-secrets 3 ", "bal-secrets 4 ", "bal-identite 1 ");
    }

    @Test
    void aProcessThatStopsInTheMiddleIsTakenUpWhereItStood() {
        // Given
        var lots = new AtomicLong();
        tour.annonce();
        tour(processus, SANS_ATTENTE, () -> lots.incrementAndGet() < 2).passe();
        assertThat(base.nombre("select curseur from epoque where numero = 1")).isEqualTo(200);
        assertThat(base.nombre("select count(*) from secret where epoque = 2")).isEqualTo(200);

        // When
        var autre = processus();
        tour(autre, SANS_ATTENTE, () -> true).passe();

        // Then
        assertThat(base.etats()).containsEntry(1, EtatEpoque.GARDEE);
        assertThat(base.nombre("select count(*) from secret where epoque = 2")).isEqualTo(NOMBRE);
    }

    @Test
    void processesThatTurnTogetherMakeOneTurn() throws Exception {
        // Given
        base.execute("update epoque set ouverte_le = ouverte_le - interval '30 days'");
        var executeur = Executors.newFixedThreadPool(4);
        try {
            // When
            var tours = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 4; i++) {
                var sien = tour(processus(), SANS_ATTENTE, () -> true);
                tours.add(() -> {
                    sien.passe();
                    return null;
                });
            }
            for (var fini : executeur.invokeAll(tours)) {
                fini.get();
            }
            tour.passe();
        } finally {
            executeur.shutdownNow();
        }

        // Then
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.GARDEE), entry(2, EtatEpoque.COURANTE));
        assertThat(base.nombre("select count(*) from secret where epoque = 2")).isEqualTo(NOMBRE);
    }

    @Test
    void aSecretThatDoesNotOpenKeepsItsPartition() {
        // Given
        base.execute(
                "update secret set enveloppe = overlay(enveloppe placing '\\x00000000' from 20) where enregistrement = 9");

        // When
        tourne();

        // Then
        assertThat(base.etats()).containsEntry(1, EtatEpoque.EN_VERSEMENT);
        assertThat(base.nombre("select count(*) from secret_1")).isEqualTo(NOMBRE);
        assertThat(base.nombre("select count(*) from secret where epoque = 2")).isEqualTo(NOMBRE - 1L);

        // When the operator lets go of it
        base.execute("delete from secret where enregistrement = 9; update epoque set reprise_le = 'epoch'");
        tour.passe();

        // Then
        assertThat(base.etats()).containsEntry(1, EtatEpoque.GARDEE);
    }

    @Test
    void thePaceIsOfAllProcessesTogether() {
        // Given 350 secrets, 100 at a time, 1,000 a second
        var config = new ConfigDEpoques(Duration.ofDays(30), 2, 100, 1000);
        tour.annonce();

        // When
        var debut = System.nanoTime();
        tour(processus, SANS_ATTENTE, () -> true, config).passe();

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(base.etats()).containsEntry(1, EtatEpoque.GARDEE);
    }

    @Test
    void anUnknownSecretOfALaterEpochIsNotOverwritten() {
        // Given a record that already stands under the new epoch
        tour.annonce();
        processus.relis();
        var secret = base.secret(3);
        var nouvelle = processus.scellement().renveloppe(3, 1, secret.enveloppe());
        base.pool()
                .preparedQuery("insert into secret values (3, 2, $1)")
                .executeAndAwait(Tuple.of(Buffer.buffer(nouvelle.enveloppe())));

        // When
        tour.passe();

        // Then
        assertThat(base.secret(3).enveloppe()).isEqualTo(nouvelle.enveloppe());
        assertThat(base.nombre("select count(*) from secret where enregistrement = 3"))
                .isEqualTo(1);
    }
}
