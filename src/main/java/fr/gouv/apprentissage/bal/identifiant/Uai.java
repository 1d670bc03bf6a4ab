package fr.gouv.apprentissage.bal.identifiant;

/**
 * A teaching establishment: 7 digits and the letter that they give among 23 (domain.md §10).
 *
 * @param valeur seven digits and a capital
 */
public record Uai(String valeur) {

    private static final Forme FORME = new Forme("UAI", "[0-9]{7}[A-Z]", "7 chiffres et une lettre attendus");
    private static final int COMPLETE = 8;

    /** @throws IdentifiantInvalide unless digits and letter hold together */
    public Uai {
        FORME.exige(valeur);
        if (!Cles.lettre(valeur)) {
            throw FORME.refus("la lettre de contrôle ne correspond pas");
        }
    }

    /**
     * Reads it as people write it: blanks, full stops, dashes and case do not count, and first zeros that a spreadsheet lost (two at most) are put back.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Uai lis(String brut) {
        var texte = FORME.compacte(brut);
        return new Uai(
                texte.length() < COMPLETE && texte.length() >= COMPLETE - 2
                        ? "0".repeat(COMPLETE - texte.length()) + texte
                        : texte);
    }
}
