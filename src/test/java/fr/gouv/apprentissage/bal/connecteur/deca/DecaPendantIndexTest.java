package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.rotation.BancDeRotation;
import fr.gouv.apprentissage.bal.rotation.index.BancDIndex;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Blind indexes turn all the time while days are read and merged by a replica whose clock stands still and which reads the tables of keys only
 * when it must: what is stored is what the oracle says, nobody is split or joined, and nothing is left of a generation that is gone.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class DecaPendantIndexTest {

    @TempDir
    Path dossier;

    @Test
    void whatIsStoredIsWhatTheOracleSaysWhileIndexesTurn() throws Exception {
        var pool = BancDeRotation.vide();
        var horloge = new HorlogeReglable(Instant.now());
        var autre = new HorlogeReglable(horloge.instant());
        var cles = ScellementDeTest.enBase(pool, autre);
        var lectures = Executors.newSingleThreadExecutor();
        try (var monde = new MondeServi();
                var index = new BancDIndex(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), autre, 50);
                var banc = CourseDeca.banc(
                        pool,
                        monde.simulateur().url(),
                        MondeServi.PREMIER,
                        monde.dernier(),
                        ScellementDeTest.enBase(pool, horloge))) {
            monde.tombe();
            var lecture = lectures.submit(() -> {
                CourseDeca.vaAuBout(banc, monde.dernier());
                return banc.curseur();
            });
            var tours = 0;
            var generation = 1;
            while (!lecture.isDone() || tours == 0) {
                generation = tourne(index, cles, autre);
                tours++;
            }
            System.out.printf("DECA pendant %d rotations d'index%n", tours);

            assertThat(lecture.get()).isEqualTo(monde.dernier().toString());
            new Comparaison(monde.attendu(), banc).tout();
            assertThat(banc.texte("select count(*) from (select generation from rapprochement"
                            + " union all select generation from index_aveugle union all select generation from contrat_cle"
                            + " union all select generation from quarantaine) l where generation < " + generation))
                    .isEqualTo("0");
        } finally {
            lectures.shutdownNow();
        }
    }

    private static int tourne(BancDIndex index, ScellementDeTest cles, HorlogeReglable horloge)
            throws InterruptedException {
        var generation = index.tourne();
        horloge.avance(VersionsDeCles.PREAVIS);
        cles.relis();
        while (!index.etat().equals("TERMINEE")) {
            index.vaAuBout();
            Thread.sleep(20);
        }
        assertThat(index.preuve()).contains("lacunes 0");
        index.retire(generation);
        horloge.avance(VersionsDeCles.PREAVIS.plusSeconds(1));
        cles.relis();
        index.purge();
        return generation;
    }
}
