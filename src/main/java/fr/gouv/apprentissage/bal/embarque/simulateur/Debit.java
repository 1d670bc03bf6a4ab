package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many requests in any second. */
final class Debit {

    private static final long SECONDE = 1_000_000_000L;

    private final int parSeconde;
    private final Deque<Long> passees = new ArrayDeque<>();

    Debit(int parSeconde) {
        this.parSeconde = parSeconde;
    }

    /**
     * Lets one more through, or not.
     *
     * @param maintenant nanoseconds of a clock that only goes forward
     */
    synchronized boolean passe(long maintenant) {
        while (!passees.isEmpty() && maintenant - passees.peekFirst() >= SECONDE) {
            passees.removeFirst();
        }
        if (passees.size() >= parSeconde) {
            return false;
        }
        passees.addLast(maintenant);
        return true;
    }
}
