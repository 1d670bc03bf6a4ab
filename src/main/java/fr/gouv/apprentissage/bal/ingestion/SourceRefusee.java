package fr.gouv.apprentissage.bal.ingestion;

/** The source refuses what it is asked, and will refuse it again. The message is in French and holds no value. */
public class SourceRefusee extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what happened */
    public SourceRefusee(String message) {
        super(message);
    }
}
