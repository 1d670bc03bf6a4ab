package fr.gouv.apprentissage.bal.identifiant;

import java.util.regex.Pattern;

/**
 * A school year, {@code 2025-2026}: two years of which the second is the first or the one after it (domain.md §10).
 *
 * @param valeur two years and a hyphen
 */
public record AnneeScolaire(String valeur) {

    private static final Forme FORME =
            new Forme("Année scolaire", "[0-9]{4}-[0-9]{4}", "deux années attendues, comme 2025-2026");
    private static final Pattern SEPARATEUR = Pattern.compile("[/\\p{Pd}]");

    /** @throws IdentifiantInvalide unless it is two years that follow each other, or one year twice */
    public AnneeScolaire {
        FORME.exige(valeur);
        int duree = Integer.parseInt(valeur.substring(5)) - Integer.parseInt(valeur.substring(0, 4));
        if (duree < 0 || duree > 1) {
            throw FORME.refus("la seconde année doit être la première ou la suivante");
        }
    }

    /**
     * Reads it as people write it: blanks do not count, a slash is a hyphen.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static AnneeScolaire lis(String brut) {
        var texte = FORME.sansBords(brut);
        var net = new StringBuilder(texte.length());
        texte.chars().filter(c -> !Forme.blanc((char) c)).forEach(c -> net.append((char) c));
        return new AnneeScolaire(SEPARATEUR.matcher(net).replaceAll("-"));
    }

    /** Its first year. */
    public int premiereAnnee() {
        return Integer.parseInt(valeur.substring(0, 4));
    }
}
