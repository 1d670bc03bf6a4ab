package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that turns epochs, while records are erased, and is killed with SIGKILL at any moment. {@code bal.test.epoques} says how many
 * secrets, {@code bal.test.epoques.morts} how often.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class EpoqueTueeTest {

    private static final int SECRETS = Integer.getInteger("bal.test.epoques", 10_000);
    private static final int MORTS = Integer.getInteger("bal.test.epoques.morts", 2);
    private static final int LOT = 5_000;
    private static final long ABIME = 7;

    @TempDir
    Path dossier;

    private final Random hasard = new Random(20261123);
    private final TreeSet<Long> effaces = new TreeSet<>();
    private final List<byte[]> valeurs = new ArrayList<>();
    private BaseDEpoques base;
    private ProcessusATuer tour;

    @BeforeEach
    void desSecretsDUneEpoqueQuiAFaitSonTempsEtUnQuiNeSOuvrePas() {
        base = new BaseDEpoques();
        var processus = processus();
        for (long premier = 1; premier <= SECRETS; premier += LOT) {
            valeurs.addAll(
                    base.ajoute(processus, LongStream.rangeClosed(premier, Math.min(SECRETS, premier + LOT - 1))));
        }
        base.execute("update secret set enveloppe = overlay(enveloppe placing '\\x00000000' from 20)"
                + " where enregistrement = " + ABIME);
        base.execute("update epoque set ouverte_le = ouverte_le - interval '30 days'");
        tour = new ProcessusATuer(dossier, TourneEpoque.class, base.port(), base.nom(), dossier.resolve("cles"));
    }

    @AfterEach
    void ferme() {
        base.close();
    }

    private ProcessusDEpoques processus() {
        return ProcessusDEpoques.surFichier(base.pool(), dossier.resolve("cles"));
    }

    @Test
    void killedAtAnyMomentEachLivingSecretIsWrappedOnceAndTheOldEpochGoesOnceNothingIsCountedUnderItAlone()
            throws Exception {
        var sauvegarde = base.secret(SECRETS);
        var debut = System.nanoTime();
        var effacements = Executors.newSingleThreadScheduledExecutor();
        try {
            var effacement = effacements.scheduleWithFixedDelay(this::efface, 0, 10, TimeUnit.MILLISECONDS);
            // When it is killed while it wraps
            for (var mort = 0; mort < MORTS; mort++) {
                // Where it dies is drawn within its share of the work, so that each death falls into it.
                var seuil = SECRETS * (long) mort / (MORTS + 1) + 1 + hasard.nextInt(SECRETS / (MORTS + 1));
                assertThat(tour.tue(() -> curseur() >= seuil, hasard.nextInt(20)))
                        .as("mort %d", mort)
                        .isTrue();
                rienNEstDetruit();
            }
            // And when it has counted one secret that stands under the old epoch alone
            assertThat(tour.tue(
                            () -> base.nombre("select count(*) from epoque where numero = 1 and curseur = 0"
                                            + " and reprise_le > clock_timestamp() + interval '10 minutes'")
                                    == 1,
                            hasard.nextInt(20)))
                    .isTrue();
            rienNEstDetruit();
            assertThat(effacement.cancel(false)).isTrue();
        } finally {
            effacements.shutdown();
            assertThat(effacements.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        // When the operator lets go of that one
        base.execute("delete from secret where enregistrement = " + ABIME);
        effaces.add(ABIME);
        base.execute("update epoque set reprise_le = 'epoch'");
        tour.tue(() -> true, 500 + hasard.nextInt(500));
        assertThat(tour.vaAuBout()).isZero();

        // Then
        System.out.printf(
                "époque de %d secrets, tour tué %d fois, %d effacements pendant ce temps : %.1f s, morts et redémarrages compris%n",
                SECRETS, MORTS + 2, effaces.size(), (System.nanoTime() - debut) / 1e9);
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.DETRUITE), entry(2, EtatEpoque.COURANTE));
        assertThat(base.nombre("select count(*) from secret where epoque <> 2")).isZero();
        assertThat(dossier.resolve("cles")).content().doesNotContain("bal-secrets 1 ");
        assertThatThrownBy(() -> ouvre(processus(), sauvegarde)).isInstanceOf(ClesIndisponibles.class);
        assertThat(effaces).hasSizeGreaterThan(MORTS);
        assertThat(vivants()).isEqualTo(attendus());
    }

    /** As an erasure does: every row of the record's secret, whichever the epoch. */
    private void efface() {
        var id = 1 + hasard.nextLong(SECRETS);
        if (id != ABIME && id != SECRETS) {
            base.execute("delete from secret where enregistrement = " + id);
            effaces.add(id);
        }
    }

    private long curseur() {
        return base.nombre("select curseur from epoque where numero = 1");
    }

    private void rienNEstDetruit() {
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.EN_VERSEMENT), entry(2, EtatEpoque.COURANTE));
        assertThat(base.nombre("select count(*) from secret_1")).isPositive();
        assertThat(dossier.resolve("cles")).content().contains("bal-secrets 1 ");
    }

    /** The records whose value opens under the one secret that they have. */
    private List<Long> vivants() {
        var processus = processus();
        var vivants = new ArrayList<Long>();
        for (long premier = 1; premier <= SECRETS; premier += LOT) {
            base.pool()
                    .preparedQuery("select enregistrement, epoque, enveloppe from secret"
                            + " where enregistrement between $1 and $2 order by enregistrement")
                    .executeAndAwait(Tuple.of(premier, premier + LOT - 1))
                    .forEach(ligne -> {
                        var secret = new BaseDEpoques.Secret(
                                ligne.getLong(0),
                                ligne.getInteger(1),
                                ligne.getBuffer(2).getBytes());
                        assertThat(ouvre(processus, secret)).isEqualTo("valeur " + secret.enregistrement());
                        vivants.add(secret.enregistrement());
                    });
        }
        return vivants;
    }

    private List<Long> attendus() {
        return LongStream.rangeClosed(1, SECRETS)
                .filter(id -> !effaces.contains(id))
                .boxed()
                .toList();
    }

    private String ouvre(ProcessusDEpoques avec, BaseDEpoques.Secret secret) {
        var cle = avec.scellement().cle(secret.enregistrement(), secret.epoque(), secret.enveloppe());
        return avec.ouvre(cle, valeurs.get((int) secret.enregistrement() - 1));
    }
}
