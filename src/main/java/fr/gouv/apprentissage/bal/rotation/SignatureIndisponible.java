package fr.gouv.apprentissage.bal.rotation;

/** A proof waits for who signs it. */
public final class SignatureIndisponible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignatureIndisponible(Throwable cause) {
        super(null, cause, false, false);
    }
}
