package fr.gouv.apprentissage.bal.embarque;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process of a PostgreSQL server, found by the file that it keeps in its data folder: so also the one that a killed
 * JVM left running.
 */
record Postmaster(ProcessHandle processus) {

    private static final Duration ECART_DE_DEPART = Duration.ofSeconds(30);

    /** The server that runs on a data folder; empty when none does, or when its number now belongs to another process. */
    static Optional<Postmaster> sur(Path donnees) {
        var fichier = donnees.resolve("postmaster.pid");
        if (!Files.exists(fichier)) {
            return Optional.empty();
        }
        try {
            List<String> lignes = Files.readAllLines(fichier);
            if (lignes.size() < 3) {
                return Optional.empty();
            }
            var depart = Instant.ofEpochSecond(Long.parseLong(lignes.get(2).trim()));
            return ProcessHandle.of(Long.parseLong(lignes.get(0).trim()))
                    .filter(p -> estPostgres(p, depart))
                    .map(Postmaster::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Le fichier postmaster.pid ne peut être lu.", e);
        }
    }

    private static boolean estPostgres(ProcessHandle processus, Instant depart) {
        var info = processus.info();
        return info.command()
                        .map(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
                        .orElse(false)
                && info.startInstant()
                        .map(i -> Duration.between(i, depart).abs().compareTo(ECART_DE_DEPART) < 0)
                        .orElse(true);
    }

    /**
     * Asks the server to end once its last client has left (what PostgreSQL calls "smart"): so a pool that closes at the
     * same moment is never cut, and a client that died has left already.
     *
     * @return whether it ended within the delay
     */
    boolean arrete(Duration delai) {
        processus.destroy();
        return attends(delai);
    }

    /** As {@link #arrete}, but by force after the delay: PostgreSQL then recovers from its log at the next start. */
    void remplace(Duration delai) {
        if (!arrete(delai)) {
            processus.destroyForcibly();
            attends(delai);
        }
    }

    private boolean attends(Duration delai) {
        try {
            processus.onExit().get(delai.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException | CompletionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
