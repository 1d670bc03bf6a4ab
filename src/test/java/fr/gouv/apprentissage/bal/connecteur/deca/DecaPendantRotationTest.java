package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.rotation.BancDeRotation;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys turn all the time while days are read and merged by a replica whose clock stands still and which reads the tables of keys only when it
 * must: what is stored is what the oracle says, no change is noted that is none, and nothing is left under an old version.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class DecaPendantRotationTest {

    @TempDir
    Path dossier;

    @Test
    void whatIsStoredIsWhatTheOracleSaysWhileKeysTurn() throws Exception {
        var pool = BancDeRotation.vide();
        var horloge = new HorlogeReglable(Instant.now());
        var autre = new HorlogeReglable(horloge.instant());
        var lectures = Executors.newSingleThreadExecutor();
        try (var monde = new MondeServi();
                var rotation = new BancDeRotation(
                        pool,
                        BaseDIngestion.port(),
                        ScellementDeTest.enBase(pool, autre),
                        dossier.resolve("journal"),
                        autre);
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
            while (!lecture.isDone()) {
                tourne(rotation, autre, Classe.values()[tours++ % Classe.values().length]);
            }
            assertThat(lecture.get()).isEqualTo(monde.dernier().toString());
            for (var classe : Classe.values()) {
                tourne(rotation, autre, classe);
            }

            System.out.printf("DECA pendant %d rotations%n", tours);
            assertThat(tours).isGreaterThan(3);
            toutSousLaDerniere(banc, rotation);
            banc.scellement().relis();
            new Comparaison(monde.attendu(), banc).tout();
        } finally {
            lectures.shutdownNow();
        }
    }

    private static void tourne(BancDeRotation rotation, HorlogeReglable horloge, Classe classe)
            throws InterruptedException {
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

    private static void toutSousLaDerniere(BancDIngestion banc, BancDeRotation rotation) {
        for (var classe : Classe.values()) {
            var version = Integer.parseInt(
                    banc.texte("select max(version) from cle where retiree_le is null and genre = '" + classe + "'"));
            assertThat(banc.texte("select count(*) from cle where retiree_le is null and genre = '" + classe + "'"))
                    .isEqualTo("1");
            for (var ancienne = 1; ancienne < version; ancienne++) {
                assertThat(rotation.sous(classe.name(), ancienne)).isZero();
            }
        }
        assertThat(rotation.sous(
                        "IDENTITE",
                        Integer.parseInt(banc.texte("select max(version) from cle where genre = 'IDENTITE'"))))
                .isPositive();
    }
}
