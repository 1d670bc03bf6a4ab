package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes, one database, one DECA: the one that runs is stopped with SIGSTOP for longer than its lease, and woken. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DecaEndormiTest {

    @TempDir
    Path dossier;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theOtherTakesOverAndWhoWakesWritesNothingTwice(int graine) throws Exception {
        try (var monde = new MondeServi()) {
            var pool = BaseDIngestion.vide();
            var hasard = new Random(graine);
            var endormi = new ProcessusATuer(
                            dossier,
                            CourseDeca.class,
                            BaseDIngestion.port(),
                            monde.simulateur().url(),
                            MondeServi.PREMIER,
                            monde.dernier())
                    .lance();
            var jusqua = 2 + hasard.nextInt((int) (monde.lignes() / MondeServi.PAGE));
            while (endormi.isAlive() && monde.simulateur().demandes().size() < jusqua) {
                Thread.sleep(2);
            }
            Thread.sleep(hasard.nextInt(50));
            signale(endormi, "STOP");

            try (var autre = CourseDeca.banc(pool, monde.simulateur().url(), MondeServi.PREMIER, monde.dernier())) {
                CourseDeca.vaAuBout(autre, monde.dernier());
                var fini = autre.texte("select string_agg(e::text, ' ' order by id) from execution e");
                signale(endormi, "CONT");

                assertThat(endormi.waitFor()).isZero();
                assertThat(autre.texte("select string_agg(e::text, ' ' order by id) from execution e"))
                        .isEqualTo(fini);
                assertThat(autre.texte("select sum(lus) from execution")).isEqualTo(String.valueOf(monde.lignes()));
                new Comparaison(monde.attendu(), autre).tout();
            }
        }
    }

    private static void signale(Process processus, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(processus.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
