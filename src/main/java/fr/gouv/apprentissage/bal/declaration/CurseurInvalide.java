package fr.gouv.apprentissage.bal.declaration;

/** A cursor is not one of ours, has ended, or was made for another query. */
public final class CurseurInvalide extends RuntimeException {
    /** Says nothing of the cursor. */
    public CurseurInvalide() {
        super("curseur invalide");
    }
}
