package fr.gouv.apprentissage.bal.declaration;

/** A cursor that was not made for this list, or was changed. The message does not repeat it. */
public final class CurseurInvalide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CurseurInvalide() {
        super("le curseur n'est pas valide pour cette liste", null, false, false);
    }
}
