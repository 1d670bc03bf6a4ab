package fr.gouv.apprentissage.bal.ingestion;

/** A run stops cleanly where it is, to go on later. The message says why, in French. */
final class Suspension extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean cede;

    Suspension(String message) {
        this(message, false);
    }

    private Suspension(String message, boolean cede) {
        super(message, null, false, false);
        this.cede = cede;
    }

    /** It lets another run of the connector pass, and goes on at once after it. */
    static Suspension pour(String autre) {
        return new Suspension("reprendra après " + autre, true);
    }

    boolean cede() {
        return cede;
    }
}
