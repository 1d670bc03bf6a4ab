package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered for is on disk: neither the death of the gateway nor that of PostgreSQL takes it away. */
class JournalApresKillTest {

    private static final int AVANT_LE_COUP = 2_000;

    @TempDir
    Path dossier;

    private int port;

    @BeforeEach
    void choisitUnPort() throws IOException {
        try (var prise = new ServerSocket(0)) {
            port = prise.getLocalPort();
        }
    }

    @Test
    void every_entry_that_was_answered_survives_kill_9_of_both_processes() throws Exception {
        // Given
        var base = BaseDeJournal.sur(dossier, port);
        base.migre();
        var ecrivain = lanceUnEcrivain();
        var repondues = new HashSet<String>();
        try (var sortie = new BufferedReader(new InputStreamReader(ecrivain.getInputStream()))) {
            while (repondues.size() < AVANT_LE_COUP) {
                var ligne = sortie.readLine();
                assertThat(ligne).as("the writer ended before its time").isNotNull();
                repondues.add(ligne);
            }
            // When
            tue(postmaster());
            tue(ecrivain.toHandle());
            sortie.lines().filter(ligne -> ligne.length() == 36).forEach(repondues::add);
        }
        base.close();

        // Then
        try (var relevee = BaseDeJournal.sur(dossier, port)) {
            assertThat(presentes(relevee)).containsAll(repondues);
        }
    }

    @Test
    void entries_fail_while_the_database_is_down_and_pass_once_it_is_back() throws Exception {
        // Given
        var vertx = Vertx.vertx();
        var base = BaseDeJournal.sur(dossier, port);
        base.migre();
        var journal = BaseDeJournal.journal(vertx, port, BaseDeJournal.VIFS, new SimpleMeterRegistry());
        var borne = BaseDeJournal.VIFS.delai().plusSeconds(1);
        var divulgation = Exemples.divulgation("panne", 1);
        try {
            journal.inscris(divulgation).await().atMost(borne);

            // When
            tue(postmaster());
            base.close();

            // Then
            assertThatThrownBy(() -> journal.inscris(divulgation).await().atMost(borne))
                    .isInstanceOf(JournalIndisponible.class);
            assertThatThrownBy(() -> journal.inscris(divulgation).await().atMost(borne))
                    .isInstanceOf(JournalIndisponible.class);
            try (var relevee = BaseDeJournal.sur(dossier, port)) {
                journal.inscris(divulgation).await().atMost(borne);
                assertThat(presentes(relevee)).hasSize(2);
            }
        } finally {
            journal.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Process lanceUnEcrivain() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EcrivainSansFin.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(dossier.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** SIGKILL, and waits until its children have seen it too: they hold the shared memory that a new server refuses to share. */
    private static void tue(ProcessHandle processus) throws Exception {
        var enfants = processus.children().toList();
        processus.destroyForcibly();
        processus.onExit().get(10, TimeUnit.SECONDS);
        for (var enfant : enfants) {
            enfant.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static Set<String> presentes(BaseDeJournal base) throws SQLException {
        var presentes = new HashSet<String>();
        try (var connexion = base.connexion("bal_lecteur_journal");
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery("select id::text from journal.entree")) {
            while (lignes.next()) {
                presentes.add(lignes.getString(1));
            }
        }
        return presentes;
    }
}
