package fr.gouv.apprentissage.bal.identifiant;

/**
 * INSEE code of a commune: département (Corsica's 2A and 2B included) and 3 digits (domain.md §10).
 *
 * @param valeur the five characters
 */
public record CodeCommune(String valeur) {

    private static final Forme FORME =
            new Forme("Code commune", "(?:[0-9]{2}|2A|2B)[0-9]{3}", "5 chiffres attendus (2A ou 2B en Corse)");

    /** @throws IdentifiantInvalide unless it has that shape */
    public CodeCommune {
        FORME.exige(valeur);
    }

    /**
     * Reads it as people write it: blanks, full stops, dashes and case do not count, and a first zero that a spreadsheet lost is put back.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static CodeCommune lis(String brut) {
        var texte = FORME.compacte(brut);
        return new CodeCommune(texte.length() == 4 ? "0" + texte : texte);
    }
}
