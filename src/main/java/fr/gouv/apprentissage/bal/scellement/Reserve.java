package fr.gouv.apprentissage.bal.scellement;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Engines at rest, to be lent to one thread at a time: making one costs eight times its use. Not a {@code ThreadLocal}, because engines hold
 * keys, and what a thread holds outlives the decision to let a key go; this dies with its owner. A thread tends to get back the engine that it
 * used last, so that the next value of the same record finds it keyed.
 */
final class Reserve<E> {

    private static final int PLACES = 16;
    // Neighbours on one cache line would slow each other down.
    private static final int ECART = 4;

    private final AtomicReferenceArray<E> places = new AtomicReferenceArray<>(PLACES * ECART);
    private final Supplier<E> fabrique;

    Reserve(Supplier<E> fabrique) {
        this.fabrique = fabrique;
    }

    E prends() {
        var engin = places.getAndSet(place(), null);
        return engin != null ? engin : fabrique.get();
    }

    void rends(E engin) {
        places.setRelease(place(), engin);
    }

    private static int place() {
        return ((int) Thread.currentThread().getId() & (PLACES - 1)) * ECART;
    }
}
