package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeurEmbarqueTest {

    @TempDir
    Path dossier;

    @AfterEach
    void nothingStaysBehind() {
        Postmaster.sur(new DossierEmbarque(dossier).donnees()).ifPresent(p -> p.remplace(Duration.ofSeconds(10)));
    }

    @Test
    void whatAKilledProcessWroteIsThereAndItsServerIsTakenOver() throws Exception {
        // Given a process that wrote a line and was killed, its server left running
        var tuee = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemarreEtMeurt.class.getName(),
                        dossier.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tuee.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(tuee.exitValue()).isEqualTo(137);
        var reste = Postmaster.sur(new DossierEmbarque(dossier).donnees()).orElseThrow();

        // When it is started again on the same folder
        var parties = PartiesEmbarquees.demarre(dossier.toString());

        // Then the old server is gone and the data are not
        assertThat(reste.processus().isAlive()).isFalse();
        assertThat(lit(parties, "bal_proprietaire", "select n from temoin")).isEqualTo("42");
    }

    @Test
    void aFirstStartThatWasInterruptedIsBegunAnew() throws Exception {
        Files.createDirectories(dossier.resolve("postgresql"));
        Files.writeString(dossier.resolve("postgresql").resolve("postgresql.conf"), "# half");

        var parties = PartiesEmbarquees.demarre(dossier.toString());

        assertThat(lit(parties, "bal_service", "select 1")).isEqualTo("1");
    }

    @Test
    void aFolderInUseIsNotSharedAndItsServerIsLeftAlone() throws Exception {
        var parties = PartiesEmbarquees.demarre(dossier.toString());

        assertThatThrownBy(() -> PartiesEmbarquees.demarre(dossier.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("autre instance");
        assertThat(lit(parties, "bal_service", "select 1")).isEqualTo("1");
    }

    @Test
    void theServerIsDurableAndLocal() throws Exception {
        var parties = PartiesEmbarquees.demarre(dossier.toString());

        assertThat(
                        lit(
                                parties,
                                "bal_service",
                                "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in"
                                        + " ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'log_statement')"))
                .isEqualTo("fsync=on full_page_writes=on listen_addresses=127.0.0.1 log_statement=none"
                        + " synchronous_commit=on");
    }

    @Test
    void itsLogNeverHoldsAValueThatWasSent() throws Exception {
        var parties = PartiesEmbarquees.demarre(dossier.toString());

        // a value in the text of an error, in a parameter and in the detail of a violated constraint
        assertThatThrownBy(() -> lit(parties, "bal_service", "select 'Zquxvort'::date"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Zquxvort");
        assertThatThrownBy(() -> parametre(parties, "select ?::date", "Zquxvort"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> lit(
                        parties,
                        "bal_proprietaire",
                        "create temp table t (nom text primary key); insert into t values ('Zquxvort'), ('Zquxvort')"))
                .isInstanceOf(SQLException.class);
        parties.arrete();

        assertThat(Files.readString(dossier.resolve("postgresql.log")))
                .contains("ready to accept connections")
                .doesNotContain("Zquxvort");
    }

    @Test
    void theFolderIsItsOwnersAlone() throws IOException {
        var neuf = dossier.resolve("neuf");

        new DossierEmbarque(neuf).ouvre().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(neuf)))
                .isEqualTo("rwx------");
    }

    private static String lit(PartiesEmbarquees parties, String role, String sql) throws SQLException {
        try (var connexion = DriverManager.getConnection(parties.configuration().get(Cles.JDBC), role, "");
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            assertThat(lignes.next()).isTrue();
            return lignes.getString(1);
        }
    }

    private static void parametre(PartiesEmbarquees parties, String sql, String valeur) throws SQLException {
        try (var connexion = DriverManager.getConnection(parties.configuration().get(Cles.JDBC), "bal_service", "");
                var ordre = connexion.prepareStatement(sql)) {
            ordre.setString(1, valeur);
            ordre.executeQuery().close();
        }
    }
}
