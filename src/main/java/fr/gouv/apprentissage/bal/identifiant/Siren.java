package fr.gouv.apprentissage.bal.identifiant;

/**
 * A company: 9 digits, the last one a Luhn key (domain.md §10). Nine zeros, which pass Luhn, are a filler and are refused.
 *
 * @param valeur the nine digits
 */
public record Siren(String valeur) {

    private static final Forme FORME = new Forme("SIREN", "[0-9]{9}", "9 chiffres attendus");

    /** @throws IdentifiantInvalide unless the nine digits hold together */
    public Siren {
        FORME.exige(valeur);
        if (valeur.equals("000000000")) {
            throw FORME.refus("des zéros ne désignent aucune entreprise");
        }
        if (!Cles.luhn(valeur)) {
            throw FORME.refus("la clé de contrôle ne correspond pas");
        }
    }

    /**
     * Reads it as people write it: blanks, full stops and dashes do not count.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Siren lis(String brut) {
        return new Siren(FORME.compacte(brut));
    }
}
