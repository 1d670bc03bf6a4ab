package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.rotation.BancDeRotation;
import fr.gouv.apprentissage.bal.rotation.index.BancDIndex;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Class keys, or blind indexes, turn all the time while days are read and merged by a replica whose clock stands still and which reads the
 * tables of keys only when it must: what is stored is what the oracle says, and nothing is left of what is gone.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DecaPendantUnTourTest {

    @TempDir
    Path dossier;

    private final Pool pool = BaseDIngestion.vide();
    private final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    private final ScellementDeTest cles = ScellementDeTest.enBase(pool, horloge);
    private MondeServi monde;
    private BancDIngestion banc;

    @BeforeEach
    void uneRepliqueDontLHorlogeNAvancePas() {
        monde = new MondeServi();
        banc = CourseDeca.banc(
                pool,
                monde.simulateur().url(),
                MondeServi.PREMIER,
                monde.dernier(),
                ScellementDeTest.enBase(pool, new HorlogeReglable(horloge.instant())));
    }

    @AfterEach
    void ferme() {
        banc.close();
        monde.close();
    }

    @Test
    void whatIsStoredIsWhatTheOracleSaysWhileKeysTurn() throws Exception {
        try (var rotation =
                new BancDeRotation(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge)) {
            // When
            var classes = Classe.values();
            var tours = pendantLaLecture(tour -> tourne(rotation, classes[tour % classes.length]));
            for (var classe : classes) {
                tourne(rotation, classe);
            }

            // Then no change is noted that is none, and nothing is left under an old version
            System.out.printf("DECA pendant %d rotations%n", tours);
            assertThat(tours).isGreaterThan(3);
            for (var classe : classes) {
                toutSousLaDerniere(rotation, classe);
            }
            assertThat(rotation.sous("IDENTITE", derniere(Classe.IDENTITE))).isPositive();
            banc.scellement().relis();
            new Comparaison(monde.attendu(), banc).tout();
        }
    }

    @Test
    void whatIsStoredIsWhatTheOracleSaysWhileIndexesTurn() throws Exception {
        try (var index = new BancDIndex(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge, 50)) {
            // When
            var tours = pendantLaLecture(tour -> tourne(index));

            // Then nobody is split or joined, and nothing is left of a generation that is gone
            System.out.printf("DECA pendant %d rotations d'index%n", tours);
            new Comparaison(monde.attendu(), banc).tout();
            assertThat(banc.texte("select count(*) from (select generation from rapprochement"
                            + " union all select generation from index_aveugle union all select generation from contrat_cle"
                            + " union all select generation from quarantaine) l where generation <= " + tours))
                    .isEqualTo("0");
        }
    }

    @FunctionalInterface
    private interface Tour {
        void fais(int rang) throws InterruptedException;
    }

    /** Turns until all days are read, and at least once; gives how often. */
    private int pendantLaLecture(Tour tour) throws Exception {
        monde.tombe();
        var lectures = Executors.newSingleThreadExecutor();
        try {
            var lecture = lectures.submit(() -> {
                CourseDeca.vaAuBout(banc, monde.dernier());
                return banc.curseur();
            });
            var tours = 0;
            do {
                tour.fais(tours++);
            } while (!lecture.isDone());
            assertThat(lecture.get()).isEqualTo(monde.dernier().toString());
            return tours;
        } finally {
            lectures.shutdownNow();
        }
    }

    private void tourne(BancDeRotation rotation, Classe classe) throws InterruptedException {
        rotation.tourne(classe.name());
        horloge.avance(VersionsDeCles.PREAVIS);
        while (!rotation.etat().equals("TERMINEE")) {
            assertThat(rotation.etat()).isNotEqualTo("ECHOUEE");
            rotation.vaAuBout();
            Thread.sleep(5);
        }
        horloge.avance(Duration.ofMinutes(2));
        rotation.retireToutesLesAnciennes(classe.name());
    }

    private void tourne(BancDIndex index) throws InterruptedException {
        var generation = index.tourne();
        horloge.avance(VersionsDeCles.PREAVIS);
        cles.relis();
        while (!index.etat().equals("TERMINEE")) {
            assertThat(index.etat()).as(index.motif()).isNotEqualTo("ECHOUEE");
            index.vaAuBout();
            Thread.sleep(20);
        }
        assertThat(index.preuve()).contains("lacunes 0");
        index.retire(generation);
        horloge.avance(VersionsDeCles.PREAVIS.plusSeconds(1));
        cles.relis();
        index.purge();
    }

    private void toutSousLaDerniere(BancDeRotation rotation, Classe classe) {
        assertThat(banc.texte("select count(*) from cle where retiree_le is null and genre = '" + classe + "'"))
                .isEqualTo("1");
        for (var ancienne = 1; ancienne < derniere(classe); ancienne++) {
            assertThat(rotation.sous(classe.name(), ancienne)).isZero();
        }
    }

    private int derniere(Classe classe) {
        return Integer.parseInt(banc.texte("select max(version) from cle where genre = '" + classe + "'"));
    }
}
