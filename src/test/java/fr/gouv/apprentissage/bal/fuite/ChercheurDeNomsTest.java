package fr.gouv.apprentissage.bal.fuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.fuite.Trouvaille.Forme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChercheurDeNomsTest {

    private static final String NOM = "Dûpont-Ézéchiel";
    private static final String TELEPHONE = "0199001234";

    private final ChercheurDeNoms chercheur = new ChercheurDeNoms(List.of(NOM, TELEPHONE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dûpont-Ézéchiel",
                "DÛPONT-ÉZÉCHIEL",
                "dûpont-ézéchiel",
                "DUPONT-EZECHIEL",
                "dupontezechiel",
                "DupOnt Ezéchiel",
                "Dûpont  Ézéchiel"
            })
    void a_name_is_found_however_it_is_written(String ecrit) {
        var trouvees = chercheur.cherche("avant " + ecrit + ", après");

        assertThat(trouvees).isNotEmpty().allMatch(t -> t.valeur().equals(NOM));
    }

    @Test
    void a_name_is_found_in_an_iso_8859_1_text() {
        assertThat(chercheur.cherche(("x " + NOM + " y").getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(Trouvaille::forme)
                .contains(Forme.TEL_QUEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dûpont-Ézéchiel", "DUPONTEZECHIEL", "0199001234"})
    void a_value_is_found_in_hexadecimal(String ecrit) {
        var hexa = HexFormat.of().formatHex(ecrit.getBytes(StandardCharsets.UTF_8));

        assertThat(chercheur.cherche("\\x00ff" + hexa + "12"))
                .extracting(Trouvaille::forme)
                .contains(Forme.HEXADECIMAL);
        assertThat(chercheur.cherche(hexa.toUpperCase(Locale.ROOT)))
                .extracting(Trouvaille::forme)
                .contains(Forme.HEXADECIMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd"})
    void a_value_is_found_in_base64_wherever_it_stands_in_what_was_encoded(String avant) {
        for (var valeur : List.of(NOM, TELEPHONE)) {
            var octets = (avant + valeur + "?>~").getBytes(StandardCharsets.UTF_8);

            assertThat(chercheur.cherche("x" + Base64.getEncoder().encodeToString(octets)))
                    .extracting(Trouvaille::forme)
                    .contains(Forme.BASE64);
            assertThat(chercheur.cherche("x" + Base64.getUrlEncoder().encodeToString(octets)))
                    .extracting(Trouvaille::forme)
                    .contains(Forme.BASE64);
        }
    }

    @Test
    void digits_within_longer_digits_are_not_a_telephone_number() {
        assertThat(chercheur.cherche("70199001234")).isEmpty();
        assertThat(chercheur.cherche("a0199001234f")).isEmpty();
        assertThat(chercheur.cherche("tél=0199001234;")).hasSize(1);
    }

    @Test
    void nothing_is_found_where_nothing_was_planted() {
        var bruit = new byte[3_000_000];
        new Random(1).nextBytes(bruit);

        assertThat(chercheur.cherche(bruit)).isEmpty();
        assertThat(chercheur.cherche(HexFormat.of().formatHex(bruit))).isEmpty();
        assertThat(chercheur.cherche(Base64.getEncoder().encodeToString(bruit))).isEmpty();
        assertThat(chercheur.cherche("Dupont, Ezéchias, 0199001235")).isEmpty();
    }

    @Test
    void what_stands_across_two_pieces_of_a_long_text_is_found_once() throws IOException {
        for (int avant = (1 << 20) - 40; avant < (1 << 20) + 3000; avant += 311) {
            var texte = new byte[(1 << 20) * 2];
            Arrays.fill(texte, (byte) '.');
            var nom = "DUPONTEZECHIEL".getBytes(StandardCharsets.UTF_8);
            System.arraycopy(nom, 0, texte, avant, nom.length);

            var trouvees = chercheur.cherche(new ByteArrayInputStream(texte));

            assertThat(trouvees).extracting(Trouvaille::position).containsOnly((long) avant);
            assertThat(trouvees).hasSize(2);
        }
    }

    @Test
    void a_value_too_short_to_prove_anything_is_refused() {
        assertThatThrownBy(() -> new ChercheurDeNoms(List.of("Dupond"))).isInstanceOf(IllegalArgumentException.class);
    }
}
