package fr.gouv.apprentissage.bal.identifiant;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A pupil or student: 11 characters in one of four shapes (domain.md §10). The key is checked where its rule is known: BEA and
 * NNE. Personal: never shown by {@link #toString()}.
 *
 * @param valeur eleven digits and capitals
 */
public record Ine(String valeur) {

    /** The four shapes; no text has two of them. */
    public enum Genre {
        /** National directory, since 2018: nine digits and two letters. The rule of its key is not public. */
        RNIE("[0-9]{9}[A-Z]{2}", ine -> true),
        /** Academic base: ten digits and the letter that they give. */
        BEA("[0-9]{10}[A-Z]", Cles::lettre),
        /** Apprenticeship: an A after four digits. The rule of its key is not public. */
        APPRENTISSAGE("[0-9]{4}A[0-9]{5}[A-Z]", ine -> true),
        /** Universities: ten digits or letters (base 36) and the digit that they give. */
        NNE("[0-9A-Z]{10}[0-9]", Cles::base36);

        private final Pattern motif;
        private final Predicate<String> cle;

        Genre(String motif, Predicate<String> cle) {
            this.motif = Pattern.compile(motif);
            this.cle = cle;
        }

        private static Genre de(String valeur) {
            for (var genre : values()) {
                if (genre.motif.matcher(valeur).matches()) {
                    return genre;
                }
            }
            throw FORME.refus("forme inconnue (RNIE, BEA, apprentissage ou NNE attendus)");
        }
    }

    private static final Forme FORME = new Forme("INE", "[0-9A-Z]{11}", "11 chiffres ou lettres attendus");

    /** @throws IdentifiantInvalide when it has none of the four shapes, or a wrong key */
    public Ine {
        FORME.exige(valeur);
        if (!Genre.de(valeur).cle.test(valeur)) {
            throw FORME.refus("la clé de contrôle ne correspond pas");
        }
    }

    /**
     * Reads it as people write it: blanks, full stops, dashes and case do not count.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Ine lis(String brut) {
        return new Ine(FORME.compacte(brut));
    }

    /** Its shape. */
    public Genre genre() {
        return Genre.de(valeur);
    }

    /** Personal: nothing of it shows. */
    @Override
    public String toString() {
        return "Ine[…]";
    }
}
