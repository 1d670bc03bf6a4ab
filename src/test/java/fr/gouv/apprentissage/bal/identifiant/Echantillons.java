package fr.gouv.apprentissage.bal.identifiant;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated valid identifiers; their keys are computed here by trying, not with the code under test's arithmetic. */
final class Echantillons {

    static final String LETTRES = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /** Each kind's way in, by name. */
    static final List<Genre> GENRES = List.of(
            new Genre("SIREN", Siren::lis, valeur -> ((Siren) valeur).valeur()),
            new Genre("SIRET", Siret::lis, valeur -> ((Siret) valeur).valeur()),
            new Genre("UAI", Uai::lis, valeur -> ((Uai) valeur).valeur()),
            new Genre("INE", Ine::lis, valeur -> ((Ine) valeur).valeur()),
            new Genre("CFD", Cfd::lis, valeur -> ((Cfd) valeur).valeur()),
            new Genre("RNCP", Rncp::lis, valeur -> ((Rncp) valeur).valeur()),
            new Genre("Courriel", Courriel::lis, valeur -> ((Courriel) valeur).valeur()),
            new Genre("Téléphone", Telephone::lis, valeur -> ((Telephone) valeur).valeur()),
            new Genre("Numéro de contrat", NumeroContrat::lis, valeur -> ((NumeroContrat) valeur).valeur()),
            new Genre("Année scolaire", AnneeScolaire::lis, valeur -> ((AnneeScolaire) valeur).valeur()),
            new Genre("Code commune", CodeCommune::lis, valeur -> ((CodeCommune) valeur).valeur()),
            new Genre("Code postal", CodePostal::lis, valeur -> ((CodePostal) valeur).valeur()));

    private Echantillons() {}

    record Genre(String nom, Function<String, Object> lecture, Function<Object, String> valeur) {
        @Override
        public String toString() {
            return nom;
        }
    }

    static Arbitrary<String> sirens() {
        return chiffres(8).filter(huit -> !huit.equals("00000000")).map(Echantillons::avecLuhn);
    }

    static Arbitrary<String> sirets() {
        return Combinators.combine(sirens(), chiffres(4))
                .as((siren, nic) -> avecLuhn(siren + nic))
                .filter(siret -> !siret.startsWith("356000000"));
    }

    static Arbitrary<String> uais() {
        return chiffres(7).map(sept -> sept + LETTRES.charAt(Integer.parseInt(sept) % 23));
    }

    static Arbitrary<String> inesBea() {
        return chiffres(10).map(dix -> dix + LETTRES.charAt((int) (Long.parseLong(dix) % 23)));
    }

    static Arbitrary<String> chiffres(int nombre) {
        return Arbitraries.strings().numeric().ofLength(nombre);
    }

    /** The one digit that makes the whole pass: textbook Luhn, doubled digits written out and added up. */
    private static String avecLuhn(String debut) {
        for (char cle = '0'; cle <= '9'; cle++) {
            var ecrit = new StringBuilder();
            var inverse = new StringBuilder(debut + cle).reverse();
            for (int i = 0; i < inverse.length(); i++) {
                ecrit.append((inverse.charAt(i) - '0') * (i % 2 + 1));
            }
            if (ecrit.chars().map(c -> c - '0').sum() % 10 == 0) {
                return debut + cle;
            }
        }
        throw new IllegalStateException("aucune clé");
    }
}
