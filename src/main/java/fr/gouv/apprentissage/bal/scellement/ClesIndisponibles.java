package fr.gouv.apprentissage.bal.scellement;

/** The keys that an opening or a sealing needs are not in this process, and the holder did not give them. */
public final class ClesIndisponibles extends RuntimeException {

    /** @param message which keys, without any secret */
    public ClesIndisponibles(String message) {
        super(message);
    }
}
