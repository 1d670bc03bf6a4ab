package fr.gouv.apprentissage.bal.referentiel;

/** A question that cannot be answered as it is asked. The message is in French and does not repeat what was sent. */
public final class CritereInvalide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String argument;

    /**
     * @param argument name of the argument at fault, as in the schema
     * @param message what is wrong, in French
     */
    public CritereInvalide(String argument, String message) {
        super(message);
        this.argument = argument;
    }

    /** Name of the argument at fault, as in the schema. */
    public String argument() {
        return argument;
    }
}
