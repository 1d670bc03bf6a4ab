package fr.gouv.apprentissage.bal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A main class of the tests in a JVM of its own, which is killed with SIGKILL while it works, and started again. */
public final class ProcessusATuer {

    private static final int PAR_SIGKILL = 128 + 9;

    private final File course;
    private final List<String> commande;

    /** @param dossier where {@code course.log} takes what it says */
    public ProcessusATuer(Path dossier, Class<?> principale, Object... arguments) {
        this.course = dossier.resolve("course.log").toFile();
        this.commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                principale.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(commande::add);
    }

    /**
     * Starts it and kills it a moment after so much is done.
     *
     * @param pause milliseconds of that moment
     * @return whether it was killed: false when it had ended by itself
     */
    public boolean tue(BooleanSupplier assez, int pause) throws IOException, InterruptedException {
        var processus = lance();
        while (processus.isAlive() && !assez.getAsBoolean()) {
            Thread.sleep(2);
        }
        Thread.sleep(pause);
        processus.destroyForcibly();
        return processus.waitFor() == PAR_SIGKILL;
    }

    /** Starts it and waits for its end; gives its exit code. */
    public int vaAuBout() throws IOException, InterruptedException {
        return lance().waitFor();
    }

    /** Starts it. */
    public Process lance() throws IOException {
        return new ProcessBuilder(commande)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(course))
                .start();
    }
}
