package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.util.ArrayDeque;
import java.util.Deque;

/** The most requests that came within any second, refused ones included. */
final class Cadence {

    private static final long SECONDE = 1_000_000_000L;

    private final Deque<Long> dernieres = new ArrayDeque<>();
    private int maximum;

    /** @param maintenant nanoseconds of a clock that only goes forward */
    synchronized void note(long maintenant) {
        while (!dernieres.isEmpty() && maintenant - dernieres.peekFirst() >= SECONDE) {
            dernieres.removeFirst();
        }
        dernieres.addLast(maintenant);
        maximum = Math.max(maximum, dernieres.size());
    }

    synchronized int maximum() {
        return maximum;
    }
}
