package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every identifier, and for every one with a key. */
class IdentifiantsPropertiesTest {

    @Property
    void aValidSirenIsKept(@ForAll("sirens") String valeur) {
        assertThat(Siren.lis(valeur).valeur()).isEqualTo(valeur);
    }

    @Property
    void aValidSiretIsKept(@ForAll("sirets") String valeur) {
        assertThat(Siret.lis(valeur).valeur()).isEqualTo(valeur);
    }

    @Property
    void aValidUaiIsKept(@ForAll("uais") String valeur) {
        assertThat(Uai.lis(valeur).valeur()).isEqualTo(valeur);
    }

    @Property
    void aValidIneIsKept(@ForAll("ines") String valeur) {
        assertThat(Ine.lis(valeur).genre()).isEqualTo(Ine.Genre.BEA);
    }

    @Property
    void oneWrongDigitOfASirenIsSeen(
            @ForAll("sirens") String valeur, @ForAll @IntRange(max = 8) int rang, @ForAll("ecarts") int ecart) {
        refuse(Siren::lis, corrompu(valeur, rang, ecart));
    }

    @Property
    void oneWrongDigitOfASiretIsSeen(
            @ForAll("sirets") String valeur, @ForAll @IntRange(max = 13) int rang, @ForAll("ecarts") int ecart) {
        var faux = corrompu(valeur, rang, ecart);
        // La Poste has a rule of its own, which does not see every fault.
        if (!faux.startsWith("356000000")) {
            refuse(Siret::lis, faux);
        }
    }

    @Property
    void oneWrongDigitOfAUaiIsSeen(
            @ForAll("uais") String valeur, @ForAll @IntRange(max = 6) int rang, @ForAll("ecarts") int ecart) {
        refuse(Uai::lis, corrompu(valeur, rang, ecart));
    }

    @Property
    void oneWrongDigitOfAnIneIsSeen(
            @ForAll("ines") String valeur, @ForAll @IntRange(max = 9) int rang, @ForAll("ecarts") int ecart) {
        refuse(Ine::lis, corrompu(valeur, rang, ecart));
    }

    @Property
    void blanksDotsAndDashesDoNotCount(@ForAll("sirets") String valeur, @ForAll("bruits") String bruit) {
        var orne = bruit + valeur.substring(0, 3) + bruit + valeur.substring(3) + bruit;

        assertThat(Siret.lis(orne)).isEqualTo(new Siret(valeur));
    }

    @Property
    void caseDoesNotCount(@ForAll("uais") String valeur) {
        assertThat(Uai.lis(valeur.toLowerCase(java.util.Locale.ROOT))).isEqualTo(new Uai(valeur));
    }

    @Property(tries = 5000)
    void noTextMakesItFailOtherwise(@ForAll("genres") Echantillons.Genre genre, @ForAll @From("textes") String texte) {
        var faute = catchThrowable(() -> genre.lecture().apply(texte));

        if (faute != null) {
            assertThat(faute).isInstanceOf(IdentifiantInvalide.class).hasMessageStartingWith(genre.nom() + " : ");
        }
    }

    @Property(tries = 5000)
    void whatWasReadReadsAgainAsItself(@ForAll("genres") Echantillons.Genre genre, @ForAll("textes") String texte) {
        try {
            var lu = genre.lecture().apply(texte);

            assertThat(genre.lecture().apply(genre.valeur().apply(lu))).isEqualTo(lu);
        } catch (IdentifiantInvalide e) {
            assertThat(e.genre()).isEqualTo(genre.nom());
        }
    }

    @Provide
    Arbitrary<String> sirens() {
        return Echantillons.sirens();
    }

    @Provide
    Arbitrary<String> sirets() {
        return Echantillons.sirets();
    }

    @Provide
    Arbitrary<String> uais() {
        return Echantillons.uais();
    }

    @Provide
    Arbitrary<String> ines() {
        return Echantillons.inesBea();
    }

    @Provide
    Arbitrary<Integer> ecarts() {
        return Arbitraries.integers().between(1, 9);
    }

    @Provide
    Arbitrary<String> bruits() {
        return Arbitraries.strings().withChars(" \t\u00A0\u202F.-\u2013\u2011").ofMaxLength(3);
    }

    @Provide
    Arbitrary<Echantillons.Genre> genres() {
        return Arbitraries.of(Echantillons.GENRES);
    }

    /** Anything; what resembles an identifier; and identifiers. */
    @Provide
    Arbitrary<String> textes() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings()
                        .withChars("0123456789ABab+@.-/ \u00E9\0RNCP(),;x")
                        .ofMaxLength(20),
                Echantillons.chiffres(10).map(dix -> "0" + dix.substring(1)),
                Echantillons.chiffres(4).map(annee -> annee + "/" + annee),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(30).map(nom -> nom + "@Exemple.FR"),
                Echantillons.sirens(),
                Echantillons.sirets(),
                Echantillons.uais(),
                Echantillons.inesBea());
    }

    private static String corrompu(String valeur, int rang, int ecart) {
        var chiffre = (valeur.charAt(rang) - '0' + ecart) % 10;
        return valeur.substring(0, rang) + chiffre + valeur.substring(rang + 1);
    }

    private static void refuse(Function<String, Object> lecture, String valeur) {
        assertThatThrownBy(() -> lecture.apply(valeur)).isInstanceOf(IdentifiantInvalide.class);
    }
}
