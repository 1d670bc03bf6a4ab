package fr.gouv.apprentissage.bal.habilitation;

/** The caller was suspended, or left the register, while its answer was being made. */
public final class ClientSuspendu extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientSuspendu() {
        super("le client a été suspendu pendant la requête", null, false, false);
    }
}
