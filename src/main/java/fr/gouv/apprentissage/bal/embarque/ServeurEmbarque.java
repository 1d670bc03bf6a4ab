package fr.gouv.apprentissage.bal.embarque;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of our own on the loopback address, its data kept between starts and as durable as in production: the
 * journal must survive a kill here too.
 *
 * @param port the port it listens on
 * @param postmaster its process
 * @param verrou the lock of its folder, held as long as this is reachable
 * @param zonky what started it, for the lock of its own that it holds
 */
record ServeurEmbarque(int port, Postmaster postmaster, FileChannel verrou, EmbeddedPostgres zonky) {

    static final String BASE = "bal";

    private static final Duration DELAI = Duration.ofSeconds(15);

    /** Given on the command line, where they outrank zonky's own and any ALTER SYSTEM. */
    private static final Map<String, String> REGLAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            // Values stand in statements, in parameters and in the text of errors: none of them goes to the log.
            Map.entry("log_statement", "none"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_lock_waits", "off"),
            Map.entry("log_checkpoints", "off")));

    /**
     * Starts the server on a folder, and makes its roles and its database the first time.
     *
     * @throws IllegalStateException when the folder is in use, or no PostgreSQL can run on this machine
     */
    static ServeurEmbarque demarre(DossierEmbarque dossier) {
        var verrou = dossier.ouvre();
        Postmaster.sur(dossier.donnees()).ifPresent(reste -> reste.remplace(DELAI));
        boolean premiereFois = !Files.exists(dossier.temoin());
        try {
            if (premiereFois) {
                efface(dossier.donnees());
            }
            var zonky = lance(dossier);
            var postmaster = Postmaster.sur(dossier.donnees())
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL n'est pas resté en marche."));
            BaseEmbarquee.prepare(zonky, BASE);
            if (premiereFois) {
                Files.createFile(dossier.temoin());
            }
            return new ServeurEmbarque(zonky.getPort(), postmaster, verrou, zonky);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new IllegalStateException(
                    "La base PostgreSQL embarquée n'a pas démarré : voir postgresql.log dans bal.embarque.dossier, ou"
                            + " configurez une base (quarkus.datasource.jdbc.url, quarkus.datasource.reactive.url,"
                            + " quarkus.datasource.journal.reactive.url).",
                    e);
        }
    }

    /** Ends the server after its last client. */
    boolean arrete() {
        return postmaster.arrete(DELAI);
    }

    private static EmbeddedPostgres lance(DossierEmbarque dossier) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(dossier.donnees())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(Redirect.to(dossier.journalPostgres().toFile()))
                .setOutputRedirector(Redirect.to(dossier.journalPostgres().toFile()))
                // Orders and messages that do not depend on the machine's language.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        REGLAGES.forEach(builder::setServerConfig);
        return builder.start();
    }

    static void efface(Path racine) throws IOException {
        if (!Files.exists(racine)) {
            return;
        }
        try (var chemins = Files.walk(racine)) {
            chemins.sorted(Comparator.reverseOrder()).forEach(ServeurEmbarque::supprime);
        }
    }

    private static void supprime(Path chemin) {
        try {
            Files.deleteIfExists(chemin);
        } catch (IOException e) {
            throw new UncheckedIOException("Un reste de base embarquée ne peut être effacé.", e);
        }
    }
}
