package fr.gouv.apprentissage.bal.scellement;

/** The keys that an opening or a sealing needs are not in this process, and the holder did not give them. */
public final class ClesIndisponibles extends RuntimeException {

    private final Panne panne;

    /** @param message which keys, without any secret */
    public ClesIndisponibles(String message) {
        this(Panne.HORS_D_ATTEINTE, message);
    }

    /**
     * @param panne why
     * @param message which keys, without any secret
     */
    public ClesIndisponibles(Panne panne, String message) {
        super(message);
        this.panne = panne;
    }

    /** Why, by name. */
    public Panne panne() {
        return panne;
    }
}
