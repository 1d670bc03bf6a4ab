package fr.gouv.apprentissage.bal.identifiant;

/**
 * A postcode: 5 digits; 99 and the country for a place abroad (domain.md §10).
 *
 * @param valeur the five digits
 */
public record CodePostal(String valeur) {

    private static final Forme FORME = new Forme("Code postal", "[0-9]{5}", "5 chiffres attendus");

    /** @throws IdentifiantInvalide unless it is five digits */
    public CodePostal {
        FORME.exige(valeur);
    }

    /**
     * Reads it as people write it: blanks, full stops and dashes do not count, and a first zero that a spreadsheet lost is put back.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static CodePostal lis(String brut) {
        var texte = FORME.compacte(brut);
        return new CodePostal(texte.length() == 4 ? "0" + texte : texte);
    }
}
