package fr.gouv.apprentissage.bal.banc;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;

/**
 * CPU of this process, garbage collection included, but for the compiler's threads: a server that has run for a while compiles no more, and on a
 * busy machine they are behind for minutes. Where there is no {@code /proc} they count.
 */
public final class Cpu {

    private static final OperatingSystemMXBean SYSTEME =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final File FILS = new File("/proc/self/task");

    private Cpu() {}

    /** Nanoseconds since the process began. */
    public static long nanosecondes() {
        return SYSTEME.getProcessCpuTime() - compilation();
    }

    private static long compilation() {
        var fils = FILS.listFiles();
        long somme = 0;
        for (int i = 0; fils != null && i < fils.length; i++) {
            somme += compilation(fils[i]);
        }
        return somme;
    }

    private static long compilation(File fil) {
        try {
            return Files.readString(fil.toPath().resolve("comm")).matches("(?s)C[12] Comp.*")
                    ? Long.parseLong(
                            Files.readString(fil.toPath().resolve("schedstat")).split(" ")[0])
                    : 0;
        } catch (IOException ended) {
            // a thread that ended meanwhile is none of the compiler's: they are kept for the whole run
            return 0;
        }
    }
}
