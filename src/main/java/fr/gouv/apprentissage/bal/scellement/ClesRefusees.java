package fr.gouv.apprentissage.bal.scellement;

/** The holder answered, and the answer is no: unlike an outage, nothing may be served from memory any longer. */
public final class ClesRefusees extends RuntimeException {

    private final Panne panne;

    /** @param message which master key and why, without any secret */
    public ClesRefusees(String message) {
        this(Panne.DEMANDE_REFUSEE, message);
    }

    /**
     * @param panne why
     * @param message which master key and why, without any secret
     */
    public ClesRefusees(Panne panne, String message) {
        super(message);
        this.panne = panne;
    }

    /** Why, by name. */
    public Panne panne() {
        return panne;
    }
}
