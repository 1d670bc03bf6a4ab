package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.banc.Cpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Elapsed time, CPU of this process, but for its compiler, and CPU of PostgreSQL, all its processes together; 0 where there is no {@code /proc}.
 *
 * @param ecoule seconds
 * @param java seconds of CPU
 * @param postgres seconds of CPU
 */
public record Depense(double ecoule, double java, double postgres) {

    private static final double TICS = 100;
    private static final double NANOS = 1e9;

    /** A moment from which time is spent. */
    public static final class Depart {

        private final long postmaster;
        private final double ecoule = System.nanoTime() / NANOS;
        private final double java = cpuDeJava();
        private final double postgres;

        private Depart(long postmaster) {
            this.postmaster = postmaster;
            this.postgres = cpuDePostgres(postmaster);
        }

        public Depense jusquIci() {
            return new Depense(
                    System.nanoTime() / NANOS - ecoule, cpuDeJava() - java, cpuDePostgres(postmaster) - postgres);
        }
    }

    /** @param postmaster process of the server */
    public static Depart maintenant(long postmaster) {
        return new Depart(postmaster);
    }

    /** The server that has this process for one of its own. */
    public static long postmaster(long enfant) {
        var champs = stat(Path.of("/proc", Long.toString(enfant)));
        return champs.isEmpty() ? 0 : Long.parseLong(champs.get(1));
    }

    public double cpu() {
        return java + postgres;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f s écoulées, %.1f s de CPU (Java %.1f, PostgreSQL %.1f)",
                ecoule,
                cpu(),
                java,
                postgres);
    }

    private static double cpuDeJava() {
        return Cpu.nanosecondes() / NANOS;
    }

    private static double cpuDePostgres(long postmaster) {
        var somme = 0.0;
        try (var processus = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var un : processus) {
                var champs = stat(un);
                if (champs.isEmpty()) {
                    continue;
                }
                var lui = un.getFileName().toString().equals(Long.toString(postmaster));
                if (lui || Long.parseLong(champs.get(1)) == postmaster) {
                    somme += tics(champs, 11) + tics(champs, 12) + (lui ? tics(champs, 13) + tics(champs, 14) : 0);
                }
            }
        } catch (IOException absent) {
            return 0;
        }
        return somme / TICS;
    }

    private static double tics(List<String> champs, int rang) {
        return Double.parseDouble(champs.get(rang));
    }

    /** Fields from the third on: state, parent… */
    private static List<String> stat(Path processus) {
        try {
            var texte = Files.readString(processus.resolve("stat"));
            return List.of(texte.substring(texte.lastIndexOf(')') + 2).split(" "));
        } catch (IOException fini) {
            return new ArrayList<>();
        }
    }
}
