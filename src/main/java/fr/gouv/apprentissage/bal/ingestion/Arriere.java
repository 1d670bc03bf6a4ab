package fr.gouv.apprentissage.bal.ingestion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work done behind the back of one thread: in its order, one at a time, and never more than a few ahead, so that what waits does not grow with a day.
 * Once one fails the following ones are not done, and whoever hands in the next is told. For one thread.
 */
final class Arriere implements AutoCloseable {

    private final ExecutorService fil;
    private final Deque<Future<?>> attendus = new ArrayDeque<>();
    private final int avance;
    private volatile boolean arrete;

    /** @param avance how many may wait or run at once */
    Arriere(String nom, int avance) {
        this.avance = avance;
        this.fil = Executors.newSingleThreadExecutor(action -> {
            var thread = new Thread(action, nom);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Hands in work; waits where too much of it waits. Throws what an earlier one threw. */
    void fais(Runnable action) {
        while (attendus.size() >= avance) {
            attends(attendus.remove());
        }
        attendus.add(fil.submit(() -> siRienNEstTombe(() -> {
            action.run();
            return action;
        })));
    }

    /** Hands in work whose result is waited for by {@link #donne}. */
    <T> Future<T> prepare(Supplier<T> action) {
        return fil.submit(() -> siRienNEstTombe(action));
    }

    /** All that was handed in is done. Throws what one of it threw. */
    void termine() {
        while (!attendus.isEmpty()) {
            attends(attendus.remove());
        }
    }

    /** The result of work; throws what it threw. */
    static <T> T donne(Future<T> travail) {
        return attends(travail);
    }

    private <T> T siRienNEstTombe(Supplier<T> action) {
        if (arrete) {
            return null;
        }
        var fait = false;
        try {
            var resultat = action.get();
            fait = true;
            return resultat;
        } finally {
            arrete |= !fait;
        }
    }

    private static <T> T attends(Future<T> travail) {
        try {
            return travail.get();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ingestion interrompue", interruption);
        } catch (ExecutionException echec) {
            if (echec.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(echec.getCause());
        }
    }

    /** Nothing of it goes on after this: what runs is waited for, what waits is not done. */
    @Override
    public void close() {
        arrete = true;
        fil.shutdown();
        var interrompu = false;
        while (!fil.isTerminated()) {
            try {
                fil.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException interruption) {
                interrompu = true;
            }
        }
        if (interrompu) {
            Thread.currentThread().interrupt();
        }
    }
}
