package fr.gouv.apprentissage.bal.rotation.index;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.FichesIndexees;
import fr.gouv.apprentissage.bal.ingestion.IndexAttendus;
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
 * A process that turns blind indexes, and then takes the former ones away, and is killed with SIGKILL at any moment. {@code bal.test.index} says
 * how many records, {@code bal.test.index.morts} how often.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class IndexTuesTest {

    private static final int FICHES = Integer.getInteger("bal.test.index", 3_000);
    private static final int MORTS = Integer.getInteger("bal.test.index.morts", 2);
    private static final String SOUS_LA_PREMIERE = "select (select count(*) from index_aveugle where generation = 1)"
            + " + (select count(*) from rapprochement where generation = 1)"
            + " + (select count(*) from contrat_cle where generation = 1)"
            + " + (select count(*) from quarantaine where generation = 1)";

    @TempDir
    Path dossier;

    private final Random hasard = new Random(20261123);
    private ScellementDeTest cles;
    private BancDIndex banc;
    private IndexAttendus attendus;

    @BeforeEach
    void desFichesEtUneGenerationDejaActive() {
        var pool = BaseDIngestion.vide();
        // Asked for in the past: for the processes that follow, whose clock is the machine's, its time has come.
        var avant = new HorlogeReglable(Instant.now().minus(VersionsDeCles.PREAVIS.multipliedBy(2)));
        cles = ScellementDeTest.enBase(pool, avant);
        banc = new BancDIndex(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), avant, 200);
        new FichesIndexees(pool, cles, FICHES).ecris();
        attendus = new IndexAttendus(pool, cles, FICHES);
        assertThat(attendus.differences()).isEmpty();
        banc.tourne();
    }

    @AfterEach
    void ferme() {
        banc.close();
    }

    @Test
    void killedAtAnyMomentAndStartedAgainEachHashStandsOnceAndNothingOfTheFormerGeneration() throws Exception {
        // When it is killed while it makes the indexes anew
        var tourne = processus(false);
        var debut = System.nanoTime();
        for (var mort = 0; mort < MORTS; mort++) {
            // Where it dies is drawn within its share of the work, so that each death falls into it.
            var seuil = FICHES * mort / (MORTS + 1) + hasard.nextInt(FICHES / (MORTS + 1));
            assertThat(tourne.tue(() -> banc.faits() >= seuil, hasard.nextInt(20)))
                    .as("mort %d", mort)
                    .isTrue();
            assertThat(banc.etat()).as("mort %d", mort).isNotEqualTo("TERMINEE");
        }
        var deja = banc.faits();
        var reprise = System.nanoTime();
        assertThat(tourne.vaAuBout()).isZero();
        dis("index", debut, reprise, FICHES - deja);

        // Then both generations stand, whole
        cles.relis();
        assertThat(banc.etat()).isEqualTo("TERMINEE");
        assertThat(banc.faits()).isEqualTo(FICHES);
        assertThat(banc.preuve()).contains("\nlacunes 0\n").containsPattern("signature [0-9a-f]{128}\n");
        assertThat(attendus.differences()).isEmpty();

        // When the former one is retired, and the process is killed while it takes its rows away
        banc.retire(2);
        var purge = processus(true);
        var lignes = sousLaPremiere();
        debut = System.nanoTime();
        for (var mort = 0; mort < MORTS; mort++) {
            var seuil = lignes - lignes * mort / (MORTS + 1) - hasard.nextLong(lignes / (MORTS + 1));
            purge.tue(() -> sousLaPremiere() <= seuil, hasard.nextInt(20));
        }
        var restent = sousLaPremiere();
        reprise = System.nanoTime();
        assertThat(purge.vaAuBout()).isZero();
        dis("purge", debut, reprise, restent);

        // Then
        cles.relis();
        assertThat(sousLaPremiere()).isZero();
        assertThat(attendus.differences()).isEmpty();
        assertThat(attendus.introuvables()).isEmpty();
    }

    private ProcessusATuer processus(boolean purge) {
        return new ProcessusATuer(dossier, TourneIndex.class, BaseDIngestion.port(), dossier.resolve("journal"), purge);
    }

    private static long sousLaPremiere() {
        return Long.parseLong(BaseDIngestion.texte(SOUS_LA_PREMIERE));
    }

    private static void dis(String quoi, long debut, long reprise, long derniers) {
        var fin = System.nanoTime();
        System.out.printf(
                "%s de %d fiches, tué %d fois : %.1f s, morts et redémarrages compris ; la dernière reprise : %d en %.1f s%n",
                quoi, FICHES, MORTS, (fin - debut) / 1e9, derniers, (fin - reprise) / 1e9);
    }
}
