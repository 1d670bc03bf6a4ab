package fr.gouv.apprentissage.bal.droits.effacement;

/** Nothing was erased, and asking again may help. The message says why, in French, without any value. */
public final class EffacementImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EffacementImpossible(String message) {
        super(message);
    }
}
