package fr.gouv.apprentissage.bal.scellement;

import java.util.function.Function;

/**
 * Presents a value that a caller just gave to the system that is asked about it: a live question cannot be asked without it. Only what was received
 * and never stored can be presented, so nothing that the database holds is opened by it; and a test of the floors names the one class that may.
 */
public final class Presentation {

    private Presentation() {}

    /**
     * What is made of the value: a request that carries it. Whoever makes it keeps it no longer than the request lasts, and lets it into no log,
     * message, metric nor exception.
     *
     * @throws IllegalArgumentException when it is a stored value
     */
    public static <T, R> R de(Sealed<T> recu, Function<T, R> demande) {
        return demande.apply(Recu.valeur(recu));
    }
}
