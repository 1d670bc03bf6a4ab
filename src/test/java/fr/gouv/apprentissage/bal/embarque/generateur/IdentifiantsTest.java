package fr.gouv.apprentissage.bal.embarque.generateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentifiantsTest {

    private static final LocalDate JOUR = LocalDate.of(2025, 9, 30);

    @Test
    void sirens_and_sirets_pass_luhn() {
        var h = Hasard.de(1);

        for (int i = 0; i < 1_000; i++) {
            var siren = Identifiants.siren(h);
            assertThat(siren).hasSize(9).matches(IdentifiantsTest::luhn);
            assertThat(Identifiants.siret(siren, i)).hasSize(14).matches(IdentifiantsTest::luhn);
        }
    }

    @Test
    void uais_have_their_letter() {
        assertThat(Identifiants.uai("095", 1099)).isEqualTo("0951099D");
        assertThat(Identifiants.uai("006", 33)).isEqualTo("0060033D");
    }

    @Test
    void ines_have_their_letter() {
        var ine = Identifiants.ine(Hasard.de(2));

        assertThat(ine).matches("[0-9]{10}[A-Z]");
        assertThat("ABCDEFGHJKLMNPRSTUVWXYZ".charAt((int) (Long.parseLong(ine.substring(0, 10)) % 23)))
                .isEqualTo(ine.charAt(10));
    }

    @Test
    void telephone_numbers_are_valid_and_of_the_ranges_for_fiction() throws NumberParseException {
        var h = Hasard.de(3);
        var telephones = PhoneNumberUtil.getInstance();

        for (int i = 0; i < 500; i++) {
            var numero = Identifiants.telephone(h);
            assertThat(numero).matches("(019900|026191|035301|046571|053649)[0-9]{4}");
            assertThat(telephones.isValidNumber(telephones.parse(numero, "FR"))).isTrue();
        }
    }

    @Test
    void contract_numbers_have_the_usual_shape_and_are_all_different() {
        var numeros = new HashSet<String>();
        for (int jour = 0; jour < 3; jour++) {
            var le = JOUR.minusDays(jour);
            IntStream.range(0, 40_000).forEach(i -> numeros.add(Identifiants.numeroContrat(le, 40_000, i)));
        }

        assertThat(numeros).hasSize(120_000);
        assertThat(numeros)
                .allMatch(n -> n.matches("(0[0-9][0-9]|02[ABab])([0-9]{4})([0-1][0-9])((NC|nc)|[0-9]{2})([0-9]{4})"));
    }

    private static boolean luhn(String chiffres) {
        int somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            int chiffre = chiffres.charAt(chiffres.length() - 1 - i) - '0';
            somme += i % 2 == 0 ? chiffre : chiffre * 2 % 10 + chiffre * 2 / 10;
        }
        return somme % 10 == 0;
    }
}
