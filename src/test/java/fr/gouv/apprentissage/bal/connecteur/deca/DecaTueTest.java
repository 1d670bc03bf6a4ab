package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading in a process that is killed with SIGKILL at any moment; {@code bal.test.deca.morts} says how often. */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class DecaTueTest {

    private static final int MORTS = MondeServi.entier("bal.test.deca.morts", 3);

    @TempDir
    Path dossier;

    @Test
    void a_process_killed_at_any_moment_and_started_again_ends_where_the_oracle_does() throws Exception {
        try (var monde = new MondeServi()) {
            monde.tombe();
            var pool = BaseDIngestion.vide();
            var hasard = new Random(MondeServi.graine());
            var pas = Math.max(2, (int) (monde.lignes() / MondeServi.PAGE / (MORTS + 1)));
            for (var mort = 0; mort < MORTS; mort++) {
                var processus = lance(monde);
                attendsDemandes(monde, processus, 1 + hasard.nextInt(pas));
                Thread.sleep(hasard.nextInt(150));
                assertThat(processus.isAlive()).as("mort %d", mort).isTrue();
                processus.destroyForcibly();
                assertThat(processus.waitFor()).isEqualTo(128 + 9);
            }

            var dernier = lance(monde);

            assertThat(dernier.waitFor()).isZero();
            try (var banc = CourseDeca.banc(pool, monde.simulateur().url(), MondeServi.PREMIER, monde.dernier())) {
                new Comparaison(monde.attendu(), banc).tout();
                assertThat(banc.texte("select sum(lus) from execution")).isEqualTo(String.valueOf(monde.lignes()));
            }
        }
    }

    private Process lance(MondeServi monde) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CourseDeca.class.getName(),
                        String.valueOf(BaseDIngestion.port()),
                        monde.simulateur().url(),
                        MondeServi.PREMIER.toString(),
                        monde.dernier().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        dossier.resolve("course.log").toFile()))
                .start();
    }

    private static void attendsDemandes(MondeServi monde, Process processus, int nombre) throws InterruptedException {
        var jusqua = monde.simulateur().demandes().size() + nombre;
        while (processus.isAlive() && monde.simulateur().demandes().size() < jusqua) {
            Thread.sleep(5);
        }
    }
}
