package fr.gouv.apprentissage.bal.identifiant;

/**
 * Code of a diploma (<i>code formation diplôme</i>): 8 digits or capitals, the first three its level, the next three its field (NSF).
 * The loose rule of domain.md §10: codes outside of the strict one are in use.
 *
 * @param valeur eight digits or capitals
 */
public record Cfd(String valeur) {

    private static final Forme FORME = new Forme("CFD", "[0-9A-Z]{8}", "8 chiffres ou lettres attendus");

    /** @throws IdentifiantInvalide unless it is eight digits or capitals */
    public Cfd {
        FORME.exige(valeur);
    }

    /**
     * Reads it as people write it: blanks, full stops, dashes and case do not count.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Cfd lis(String brut) {
        return new Cfd(FORME.compacte(brut));
    }

    /** Code of the level, first three characters. */
    public String niveau() {
        return valeur.substring(0, 3);
    }
}
