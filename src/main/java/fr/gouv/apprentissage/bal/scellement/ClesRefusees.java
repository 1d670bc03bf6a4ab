package fr.gouv.apprentissage.bal.scellement;

/** The holder answered, and the answer is no: unlike an outage, nothing may be served from memory any longer. */
public final class ClesRefusees extends RuntimeException {

    /** @param message which master key and why, without any secret */
    public ClesRefusees(String message) {
        super(message);
    }
}
