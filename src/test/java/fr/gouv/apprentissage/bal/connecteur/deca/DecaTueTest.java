package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
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
            var processus = new ProcessusATuer(
                    dossier,
                    CourseDeca.class,
                    BaseDIngestion.port(),
                    monde.simulateur().url(),
                    MondeServi.PREMIER,
                    monde.dernier());
            var hasard = new Random(MondeServi.graine());
            var pas = Math.max(2, (int) (monde.lignes() / MondeServi.PAGE / (MORTS + 1)));
            for (var mort = 0; mort < MORTS; mort++) {
                var jusqua = monde.simulateur().demandes().size() + 1 + hasard.nextInt(pas);
                assertThat(processus.tue(() -> monde.simulateur().demandes().size() >= jusqua, hasard.nextInt(150)))
                        .as("mort %d", mort)
                        .isTrue();
            }

            assertThat(processus.vaAuBout()).isZero();
            try (var banc = CourseDeca.banc(pool, monde.simulateur().url(), MondeServi.PREMIER, monde.dernier())) {
                new Comparaison(monde.attendu(), banc).tout();
                assertThat(banc.texte("select sum(lus) from execution")).isEqualTo(String.valueOf(monde.lignes()));
            }
        }
    }
}
