package fr.gouv.apprentissage.bal.scellement;

/** A stored value that does not open: damaged, moved to another field or record, or of an unknown format. Never shows the value. */
public final class ValeurAlteree extends RuntimeException {

    /** @param message what is wrong, without any value */
    public ValeurAlteree(String message) {
        super(message);
    }
}
