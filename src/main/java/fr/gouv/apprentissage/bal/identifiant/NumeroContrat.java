package fr.gouv.apprentissage.bal.identifiant;

import java.util.regex.Pattern;

/**
 * Number of a contract (DECA). Odd shapes exist in the source and are kept, only flagged (domain.md §2.4); an empty one is refused.
 * Case does not distinguish two numbers ({@code 02b…nc…} and {@code 02B…NC…}): capitals. Personal: never shown by {@link #toString()}.
 *
 * @param valeur without blanks around nor U+0000, ASCII letters in capitals
 */
public record NumeroContrat(String valeur) {

    private static final Forme FORME = new Forme("Numéro de contrat", "(?s).+", "valeur attendue");
    private static final Pattern USUELLE =
            Pattern.compile("(?:0[0-9][0-9]|02[AB]|9[0-5]|97[12346])[0-9]{4}(?:0[1-9]|1[0-2])(?:NC|[0-9]{2})[0-9]{4}");

    /** @throws IdentifiantInvalide when it is empty, or not in its canonical form */
    public NumeroContrat {
        if (!canonique(valeur).equals(valeur)) {
            throw FORME.refus("forme non canonique");
        }
    }

    /**
     * Reads it: blanks around and U+0000 go, ASCII letters become capitals.
     *
     * @throws IdentifiantInvalide when nothing is left
     */
    public static NumeroContrat lis(String brut) {
        return new NumeroContrat(canonique(brut));
    }

    /** Whether its shape is not the usual one: département, year, month, two digits or NC, four digits. */
    public boolean formeInhabituelle() {
        return !USUELLE.matcher(valeur).matches();
    }

    /** Personal: nothing of it shows. */
    @Override
    public String toString() {
        return "NumeroContrat[…]";
    }

    private static String canonique(String brut) {
        var texte = FORME.sansBords(brut);
        var net = new StringBuilder(texte.length());
        texte.chars().forEach(c -> net.append(Forme.majuscule((char) c)));
        return net.toString();
    }
}
