package fr.gouv.apprentissage.bal.referentiel.chargement;

/** A file that cannot be read at all: the load is given up, and what was loaded before stays. In French. */
public final class SourceIllisible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param source name of the file
     * @param raison why, in French
     */
    public SourceIllisible(String source, String raison) {
        super(source + " : " + raison);
    }

    /**
     * @param source name of the file
     * @param raison why, in French
     * @param cause what happened
     */
    public SourceIllisible(String source, String raison, Throwable cause) {
        super(source + " : " + raison, cause);
    }
}
