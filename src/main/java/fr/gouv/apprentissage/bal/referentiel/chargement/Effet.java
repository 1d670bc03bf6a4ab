package fr.gouv.apprentissage.bal.referentiel.chargement;

/**
 * What a load changed in a table, in rows.
 *
 * @param total rows after it
 * @param ajoutes new ones
 * @param modifies changed ones
 * @param retires ones that no source has any more
 */
public record Effet(int total, int ajoutes, int modifies, int retires) {

    /** A part that was not loaded. */
    static final Effet AUCUN = new Effet(0, 0, 0, 0);

    /** Whether the table is as it was. */
    public boolean nul() {
        return ajoutes + modifies + retires == 0;
    }
}
