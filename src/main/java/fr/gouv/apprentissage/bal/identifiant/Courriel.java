package fr.gouv.apprentissage.bal.identifiant;

import java.util.Locale;

/**
 * An e-mail address: trimmed, lower case, at most 254 characters of which 64 before the at sign (RFC 5321), ASCII, a domain of at
 * least two labels (domain.md §10). Personal: never shown by {@link #toString()}.
 *
 * @param valeur the address in lower case
 */
public record Courriel(String valeur) {

    private static final String ATOME = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Forme FORME = new Forme(
            "Courriel",
            ATOME + "(?:\\." + ATOME + ")*@(?:" + LABEL + "\\.)+(?=[a-z])" + LABEL,
            "adresse attendue, comme nom@domaine.fr");
    private static final int LONGUEUR = 254;
    private static final int LONGUEUR_LOCALE = 64;

    /** @throws IdentifiantInvalide unless it is an address in its canonical form */
    public Courriel {
        // Before the expression: it need not walk through a text that cannot be an address.
        if (valeur != null && (valeur.length() > LONGUEUR || valeur.indexOf('@') > LONGUEUR_LOCALE)) {
            throw FORME.refus("254 caractères au plus, dont 64 avant l'arobase");
        }
        FORME.exige(valeur);
    }

    /**
     * Reads it: blanks around and case do not count.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Courriel lis(String brut) {
        var texte = FORME.sansBords(brut);
        // Before lower case: some letters outside of ASCII have an ASCII one as their lower case.
        if (!Forme.ascii(texte)) {
            throw FORME.refus("seuls les caractères sans accent sont acceptés");
        }
        return new Courriel(texte.toLowerCase(Locale.ROOT));
    }

    /** What stands after the at sign. */
    public String domaine() {
        return valeur.substring(valeur.lastIndexOf('@') + 1);
    }

    /** Personal: nothing of it shows. */
    @Override
    public String toString() {
        return "Courriel[…]";
    }
}
