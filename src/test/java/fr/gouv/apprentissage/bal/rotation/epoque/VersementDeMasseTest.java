package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import io.vertx.pgclient.PgException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What wrapping every living secret anew costs, in time and in log. {@code -Dbal.test.secrets=10000000} for the size of the whole country; the
 * server of the tests does not wait for its disk, so the log is what carries over.
 */
class VersementDeMasseTest {

    private static final long NOMBRE = Long.getLong("bal.test.secrets", 100_000);
    private static final int LOT = 10_000;
    private static final ConfigDEpoques SANS_BORNE = new ConfigDEpoques(Duration.ofDays(30), 2, 5000, 0);

    @TempDir
    Path dossier;

    @Test
    void everyLivingSecretPassesUnderTheNewEpoch() {
        try (var base = new BaseDEpoques()) {
            // Given
            var processus = ProcessusDEpoques.surFichier(base.pool(), dossier.resolve("cles"));
            for (long debut = 1; debut <= NOMBRE; debut += LOT) {
                base.secrets(processus, LongStream.rangeClosed(debut, Math.min(NOMBRE, debut + LOT - 1)));
            }
            var tour = new TourDEpoque(
                    base.pool(),
                    processus.epoques(),
                    processus.scellement(),
                    SANS_BORNE,
                    new Delais(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    () -> true,
                    nombre -> {});
            tour.annonce();
            var journal = journal(base);
            var debut = System.nanoTime();

            // When: as the process that serves, which comes back where a lock was not to be had: a vacuum of a table
            // this big holds one
            var attentes = 0;
            while (base.etats().get(1) != EtatEpoque.GARDEE) {
                try {
                    tour.passe();
                } catch (PgException verrou) {
                    assertThat(verrou.getSqlState()).isEqualTo("55P03");
                    attentes++;
                }
            }

            // Then
            var secondes = (System.nanoTime() - debut) / 1e9;
            var octets = journal(base) - journal;
            System.out.printf(
                    "Versement de %d secrets, compte et suppression de l'ancienne partition compris : %.1f s"
                            + " (%.0f par seconde), %d Mo de journal PostgreSQL (%d octets par secret),"
                            + " %d attentes d'un verrou%n",
                    NOMBRE, secondes, NOMBRE / secondes, octets / 1_000_000, octets / NOMBRE, attentes);
            assertThat(base.etats()).containsEntry(1, EtatEpoque.GARDEE);
            assertThat(base.nombre("select count(*) from secret_2")).isEqualTo(NOMBRE);
        }
    }

    private static long journal(BaseDEpoques base) {
        return base.nombre("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
    }
}
