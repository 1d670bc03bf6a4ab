package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;

/** An argument that cannot be used; the message names it and does not repeat its value. */
final class ArgumentRefuse extends RuntimeException {

    private final CodeErreur code;
    private final String argument;

    ArgumentRefuse(CodeErreur code, String argument, String message) {
        super(message);
        this.code = code;
        this.argument = argument;
    }

    CodeErreur code() {
        return code;
    }

    String argument() {
        return argument;
    }
}
