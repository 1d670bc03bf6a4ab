package fr.gouv.apprentissage.bal.bilan;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** One line at the end of each plan that left tests out: how many, and for which reasons. Nothing when all ran. */
public final class TestsNonExecutes implements TestExecutionListener {

    private static final String SANS_RAISON = "sans raison donnée";

    private final Supplier<PrintStream> sortie;
    private final Map<String, Long> parRaison = new ConcurrentSkipListMap<>();
    private TestPlan plan;

    /** As the platform makes it: to the standard output of that moment. */
    public TestsNonExecutes() {
        this(() -> System.out);
    }

    TestsNonExecutes(Supplier<PrintStream> sortie) {
        this.sortie = sortie;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan commence) {
        plan = commence;
        parRaison.clear();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String raison) {
        compte(test, Optional.ofNullable(raison));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult resultat) {
        if (resultat.getStatus() == Status.ABORTED) {
            compte(test, resultat.getThrowable().map(Throwable::getMessage));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan fini) {
        if (parRaison.isEmpty()) {
            return;
        }
        var raisons = parRaison.entrySet().stream()
                .map(raison -> raison.getValue() + " : " + raison.getKey())
                .collect(joining(" ; "));
        long tous = parRaison.values().stream().mapToLong(Long::longValue).sum();
        sortie.get().println("NON EXÉCUTÉ : " + tous + (tous == 1 ? " test (" : " tests (") + raisons + ")");
    }

    /** A class that is left out leaves out its tests, known only where it has no more than what was found before the run. */
    private void compte(TestIdentifier test, Optional<String> raison) {
        long tests = test.isTest()
                ? 1
                : Math.max(
                        1,
                        plan.getDescendants(test).stream()
                                .filter(TestIdentifier::isTest)
                                .count());
        parRaison.merge(raison.filter(r -> !r.isBlank()).orElse(SANS_RAISON).replaceAll("\\s+", " "), tests, Long::sum);
    }
}
