package fr.gouv.apprentissage.bal.ingestion;

/** The source refuses who asks: an account, or a token that may only have ended. */
public final class CompteRefuse extends SourceRefusee {

    private static final long serialVersionUID = 1L;

    /** @param message what happened */
    public CompteRefuse(String message) {
        super(message);
    }
}
