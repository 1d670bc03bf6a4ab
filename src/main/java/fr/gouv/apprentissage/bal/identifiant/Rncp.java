package fr.gouv.apprentissage.bal.identifiant;

/**
 * A certification in the national directory: {@code RNCP} and 2 to 5 digits (domain.md §10).
 *
 * @param valeur the four letters and the digits
 */
public record Rncp(String valeur) {

    private static final Forme FORME = new Forme("RNCP", "RNCP[0-9]{2,5}", "RNCP et 2 à 5 chiffres attendus");

    /** @throws IdentifiantInvalide unless it is RNCP and 2 to 5 digits */
    public Rncp {
        FORME.exige(valeur);
    }

    /**
     * Reads it as people write it: blanks, full stops, dashes and case do not count, and the letters may be missing.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Rncp lis(String brut) {
        var texte = FORME.compacte(brut);
        return new Rncp(texte.startsWith("RNCP") ? texte : "RNCP" + texte);
    }
}
