package fr.gouv.apprentissage.bal.ingestion;

/** The lease is somebody else's: whatever this process was doing, it must write nothing more. */
final class BailPerdu extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BailPerdu() {
        super("le bail est passé à un autre", null, false, false);
    }
}
