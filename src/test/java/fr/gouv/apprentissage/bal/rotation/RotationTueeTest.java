package fr.gouv.apprentissage.bal.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that turns a key and is killed with SIGKILL at any moment. {@code bal.test.rotation} says how many values, {@code
 * bal.test.rotation.morts} how often.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RotationTueeTest {

    private static final int VALEURS = Integer.getInteger("bal.test.rotation", 10_000);
    private static final int MORTS = Integer.getInteger("bal.test.rotation.morts", 3);
    private static final int FICHES = VALEURS / ValeursScellees.PAR_FICHE;

    @TempDir
    Path dossier;

    private final Random hasard = new Random(20260607);
    private BancDeRotation banc;
    private ValeursScellees valeurs;

    @BeforeEach
    void desValeursEtUneVersionDejaActive() {
        var pool = BancDeRotation.vide();
        // Asked for in the past: for the processes that follow, whose clock is the machine's, its time has come.
        var avant = new HorlogeReglable(Instant.now().minus(VersionsDeCles.PREAVIS.multipliedBy(2)));
        banc = new BancDeRotation(
                pool, BaseDIngestion.port(), ScellementDeTest.enBase(pool, avant), dossier.resolve("journal"), avant);
        valeurs = new ValeursScellees(pool, banc.scellement());
        valeurs.ecris(FICHES);
        banc.tourne("IDENTITE");
    }

    @AfterEach
    void ferme() {
        banc.close();
    }

    @Test
    void killedAtAnyMomentAndStartedAgainItEndsRight() throws Exception {
        var processus = new ProcessusATuer(dossier, TourneCle.class, BaseDIngestion.port(), dossier.resolve("journal"));
        var debut = System.nanoTime();
        var total = ValeursScellees.valeurs(FICHES);
        for (var mort = 0; mort < MORTS; mort++) {
            // Where it dies is drawn within its share of the work, so that each death falls into it.
            var seuil = total * mort / (MORTS + 1) + hasard.nextLong(total / (MORTS + 1));
            assertThat(processus.tue(() -> banc.derniere().faits() >= seuil, hasard.nextInt(20)))
                    .as("mort %d", mort)
                    .isTrue();
            assertThat(banc.derniere().etat()).as("mort %d", mort).isNotEqualTo(EtatExecution.TERMINEE);
        }
        var reprise = System.nanoTime();
        var deja = banc.derniere().faits();
        assertThat(processus.vaAuBout()).isZero();
        var fin = System.nanoTime();

        System.out.printf(
                "rotation tuée %d fois : %d valeurs en %.1f s, morts et redémarrages compris ; la dernière reprise : %d valeurs en %.1f s, soit %.0f/s%n",
                MORTS,
                total,
                (fin - debut) / 1e9,
                total - deja,
                (fin - reprise) / 1e9,
                (total - deja) / ((fin - reprise) / 1e9));
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.TERMINEE);
        assertThat(banc.derniere().faits()).isEqualTo(total);
        assertThat(banc.sous("IDENTITE", 1)).isZero();
        assertThat(banc.sous("IDENTITE", 2)).isEqualTo(total);
        banc.scellement().relis();
        assertThat(valeurs.differences()).isEmpty();
    }
}
