package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.util.ArrayDeque;
import java.util.Deque;

/** The greatest number of requests that came within any second, those that were refused included. */
final class Cadence {

    private static final long SECONDE = 1_000_000_000L;

    private final Deque<Long> venues = new ArrayDeque<>();
    private int plusForte;

    /** @param maintenant nanoseconds of a clock that only goes forward */
    synchronized void note(long maintenant) {
        venues.addLast(maintenant);
        while (maintenant - venues.peekFirst() >= SECONDE) {
            venues.removeFirst();
        }
        plusForte = Math.max(plusForte, venues.size());
    }

    synchronized int plusForte() {
        return plusForte;
    }
}
