package fr.gouv.apprentissage.bal.declaration;

/** An argument that the caller sent cannot be used. Names the argument, never repeats its value. */
public final class ArgumentInvalide extends RuntimeException {

    private final String argument;

    /**
     * @param argument name of the argument, for example {@code coordonnees}
     * @param message what is wrong, in French, without the value that was sent
     */
    public ArgumentInvalide(String argument, String message) {
        super(message);
        this.argument = argument;
    }

    /** Name of the argument. */
    public String argument() {
        return argument;
    }
}
