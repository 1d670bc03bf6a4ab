package fr.gouv.apprentissage.bal.journal;

/** The journal cannot be written: nothing may be disclosed. */
public final class JournalIndisponible extends RuntimeException {

    /** @param cause what failed; its message stays out of answers and logs at level INFO and above */
    public JournalIndisponible(Exception cause) {
        super("le journal ne peut pas être écrit", cause);
    }
}
