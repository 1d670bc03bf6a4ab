package fr.gouv.apprentissage.bal.identifiant;

/**
 * A text that is not an identifier of its kind. The message is in French, names the kind and the reason, and never repeats the
 * value: it may be shown to a client and written to a log. It carries no stack trace, since a bulk load may make millions of them.
 */
public final class IdentifiantInvalide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String genre;
    private final String raison;

    /**
     * @param genre kind of identifier, for example {@code SIRET}
     * @param raison why it is refused, in French, without the value
     */
    public IdentifiantInvalide(String genre, String raison) {
        super(genre + " : " + raison, null, false, false);
        this.genre = genre;
        this.raison = raison;
    }

    /** Kind of identifier, for example {@code SIRET}. */
    public String genre() {
        return genre;
    }

    /** Why it is refused, in French, without the value. */
    public String raison() {
        return raison;
    }
}
