package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TelephonePropertiesTest {

    private static final PhoneNumberUtil BIBLIOTHEQUE = PhoneNumberUtil.getInstance();

    @Property(tries = 5_000)
    void aNationalNumberIsReadAsTheLibraryReadsIt(@ForAll("dixChiffres") String texte) throws NumberParseException {
        var lu = BIBLIOTHEQUE.parse(texte, "FR");
        Assume.that(BIBLIOTHEQUE.isValidNumber(lu));

        assertThat(Telephone.canonique(texte)).isEqualTo(BIBLIOTHEQUE.format(lu, PhoneNumberFormat.E164));
    }

    @Property(tries = 5_000)
    void whatIsReadIsInItsCanonicalForm(@ForAll("numeros") String texte) {
        String canonique;
        try {
            canonique = Telephone.canonique(texte);
        } catch (IdentifiantInvalide refuse) {
            return;
        }

        assertThatCode(() -> new Telephone(canonique)).as(texte).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> dixChiffres() {
        var separateurs = Arbitraries.of("", "", " ", ".", "-");
        // From 00 on it is a number of another country.
        var suite = Arbitraries.integers().between(100_000_000, 999_999_999).map(String::valueOf);
        return suite.flatMap(
                chiffres -> separateurs.map(entre -> ("0" + chiffres).replaceAll("(..)(?=.)", "$1" + entre)));
    }

    @Provide
    Arbitrary<String> numeros() {
        return Arbitraries.strings()
                .withChars("0123456789")
                .withChars(" .-+()/exA\u00a0\u0660")
                .ofMinLength(1)
                .ofMaxLength(18);
    }
}
