package fr.gouv.apprentissage.bal.ingestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Room for a database that a test takes away and gives back: the server's own writes fail, nobody tells it to pretend. */
sealed interface PetitDisque extends AutoCloseable {

    /** Where the database stands; empty: where the server has its others. */
    List<Path> place();

    /** Leaves that many bytes, or as few more as this way can. */
    void remplis(long reste);

    /** Gives the room back. */
    void libere();

    @Override
    void close();

    /** A file system of its own; needs the right to mount one. */
    record Monte(Path racine) implements PetitDisque {

        private static final int TAILLE = 96 << 20;

        static boolean possible() {
            try (var essai = monte(1 << 20)) {
                return essai != null;
            }
        }

        static Monte monte() {
            return monte(TAILLE);
        }

        private static Monte monte(int taille) {
            try {
                var racine = Files.createTempDirectory("petit");
                if (!reussit("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + taille, "tmpfs", racine.toString())) {
                    Files.delete(racine);
                    return null;
                }
                return new Monte(racine);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<Path> place() {
            return List.of(racine.resolve("base"));
        }

        @Override
        public void remplis(long reste) {
            try {
                var libre = racine.toFile().getUsableSpace() - reste;
                try (var lest = Files.newOutputStream(lest())) {
                    var octets = new byte[4096];
                    for (var ecrits = 0L; ecrits < libre; ecrits += octets.length) {
                        lest.write(octets);
                    }
                }
            } catch (IOException plein) {
                // It is as full as it gets.
                return;
            }
        }

        @Override
        public void libere() {
            try {
                Files.deleteIfExists(lest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path lest() {
            return racine.resolve("lest");
        }

        @Override
        public void close() {
            reussit("umount", racine.toString());
            racine.toFile().delete();
        }
    }

    /** No file of the server's may grow beyond a size; needs no right, beyond {@code prlimit} of Linux. */
    record FichiersBornes(long postmaster) implements PetitDisque {

        /** A segment of the server's log is as large; without its log it would stop. */
        private static final long SEGMENT = 1 << 20;

        @Override
        public List<Path> place() {
            return List.of();
        }

        @Override
        public void remplis(long reste) {
            borne(Long.toString(SEGMENT + reste));
        }

        @Override
        public void libere() {
            borne("unlimited");
        }

        private void borne(String octets) {
            Stream.concat(
                            Stream.of(postmaster),
                            ProcessHandle.of(postmaster)
                                    .orElseThrow()
                                    .children()
                                    .map(ProcessHandle::pid))
                    .forEach(processus ->
                            reussit("prlimit", "--pid", processus.toString(), "--fsize=" + octets + ":unlimited"));
        }

        @Override
        public void close() {
            // the limit ends with the server
        }
    }

    private static boolean reussit(String... commande) {
        try {
            var processus = new ProcessBuilder(commande)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return processus.waitFor(30, TimeUnit.SECONDS) && processus.exitValue() == 0;
        } catch (IOException absente) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
