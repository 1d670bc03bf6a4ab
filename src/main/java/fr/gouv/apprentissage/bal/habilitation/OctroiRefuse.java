package fr.gouv.apprentissage.bal.habilitation;

/** A grant that its asker may not make, whatever it says. The message is in French and holds no value that was sent. */
public final class OctroiRefuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why */
    public OctroiRefuse(String message) {
        super(message);
    }
}
