package fr.gouv.apprentissage.bal.journal;

/** The habilitations changed since the plan was made: make it anew. */
public final class RevisionPerimee extends RuntimeException {

    public RevisionPerimee() {
        super("les habilitations ont changé");
    }
}
