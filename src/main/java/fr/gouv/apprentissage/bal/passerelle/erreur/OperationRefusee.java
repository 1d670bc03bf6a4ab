package fr.gouv.apprentissage.bal.passerelle.erreur;

/** An operation is refused whole: nothing of it is answered. */
public final class OperationRefusee extends RuntimeException {
    private final transient Erreur erreur;

    /** @param erreur why */
    public OperationRefusee(Erreur erreur) {
        super(erreur.code().name(), null, false, false);
        this.erreur = erreur;
    }

    /** Why. */
    public Erreur erreur() {
        return erreur;
    }
}
