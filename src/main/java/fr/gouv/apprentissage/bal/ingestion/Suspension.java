package fr.gouv.apprentissage.bal.ingestion;

/** A run stops cleanly where it is, to go on later. The message says why, in French. */
final class Suspension extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Suspension(String message) {
        super(message, null, false, false);
    }
}
