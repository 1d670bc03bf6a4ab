package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LectureCsvTest {

    private static final String A = "13002526500013";
    private static final String B = "73282932000074";
    private static final Charset OCCIDENTAL = Charset.forName("windows-1252");

    @Test
    void a_file_of_constructys_has_several_addresses_in_a_row() {
        var lus = Lus.csv(
                Format.CONSTRUCTYS,
                "Siret;Mails\r\n" + A + ";a@un.example, B@deux.example\r\n" + B + ";c@un.example\r\n");

        assertThat(lus.textes()).containsExactly(A + " a@un.example", A + " b@deux.example", B + " c@un.example");
        assertThat(lus.nombre()).isEqualTo(2);
        assertThat(lus.faits()).allSatisfy(fait -> {
            assertThat(fait.source()).isEqualTo("CONSTRUCTYS");
            assertThat(fait.questionne()).isFalse();
            assertThat(fait.vuLe()).isEqualTo(Lus.VU_LE);
            assertThat(fait.expireLe()).isEqualTo(Lus.EXPIRE_LE);
            assertThat(fait.domaine()).isPresent();
        });
    }

    @Test
    void in_a_file_of_ocapiat_a_dash_is_nothing() {
        var lus = Lus.csv(
                Format.OCAPIAT,
                "Siret,Email du contact,Nom du contact,Prénom du contact\n"
                        + A + ",-,-,-\n"
                        + B + ",a@un.example,\"NOM, suite\",Zoé\n");

        assertThat(lus.textes()).containsExactly(B + " a@un.example");
        assertThat(lus.nombre()).isEqualTo(2);
        assertThat(lus.signalements()).isEmpty();
    }

    @Test
    void the_dump_of_deca_has_braces() {
        var lus = Lus.csv(Format.DECA, "SIRET|EMAIL\n" + A + "|{a@un.example,c@un.example}\n" + B + "|{}\n");

        assertThat(lus.textes()).containsExactly(A + " a@un.example", A + " c@un.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void the_separator_is_found_out(String separateur) {
        var texte = "Nom;Siret;Mails\nx;" + A + ";a@un.example\n";

        assertThat(Lus.csv(Format.CONSTRUCTYS, texte.replace(";", separateur)).textes())
                .containsExactly(A + " a@un.example");
    }

    @Test
    void the_encoding_is_found_out() {
        var texte = "Prénom du contact;Siret;Email du contact\nZoé œ;" + A + ";a@un.example\n";

        assertThat(Lus.csv(Format.OCAPIAT, texte).textes()).hasSize(1);
        assertThat(Lus.csv(Format.OCAPIAT, "\uFEFF" + texte).textes()).hasSize(1);
        assertThat(Lus.csv(Format.OCAPIAT, texte, OCCIDENTAL).textes()).hasSize(1);
        assertThat(Lus.csv(Format.OCAPIAT, "\uFEFFSiret;Email du contact\n" + A + ";a@un.example")
                        .textes())
                .hasSize(1);
    }

    @Test
    void two_encodings_in_one_file_are_read() {
        var un = ("Siret;Email du contact;Nom du contact\n" + A + ";a@un.example;É\n").getBytes(StandardCharsets.UTF_8);
        var deux = (B + ";b@un.example;É\n").getBytes(OCCIDENTAL);
        var octets = new byte[un.length + deux.length];
        System.arraycopy(un, 0, octets, 0, un.length);
        System.arraycopy(deux, 0, octets, un.length, deux.length);

        assertThat(Lus.csv(Format.OCAPIAT, octets).textes()).hasSize(2);
    }

    @Test
    void bad_rows_are_counted_by_reason_and_the_others_read() {
        var lus = Lus.csv(
                Format.CONSTRUCTYS,
                String.join(
                        "\n",
                        "Siret;Mails",
                        "12345678901234;a@un.example",
                        A + ";pas une adresse@",
                        A + ";a@un.example;de trop",
                        A,
                        "",
                        A + ";" + "x".repeat(70_000),
                        ";a@un.example",
                        B + ";b@un.example"));

        assertThat(lus.textes()).containsExactly(B + " b@un.example");
        assertThat(lus.nombre()).isEqualTo(7);
        assertThat(lus.signalements())
                .isEqualTo(Map.of(
                        Interpretation.SIRET, 2,
                        Interpretation.COURRIEL, 1,
                        Interpretation.COLONNES, 2,
                        Interpretation.LONGUEUR, 1));
    }

    @Test
    void a_row_stands_where_an_editor_shows_its_first_line() {
        var lus = Lus.csv(
                Format.OCAPIAT,
                String.join(
                        "\r\n",
                        "Contacts au 1er mars",
                        "Siret;Nom du contact;Email du contact",
                        "12345678901234;x;a@un.example",
                        "",
                        A + ";\"sur",
                        "deux lignes\";mauvaise",
                        A + ";" + "x".repeat(70_000) + ";a@un.example",
                        A + ";un guillemet \" ouvert;mauvaise",
                        A + ";x;mauvaise"));

        assertThat(lus.places()).containsExactly(3L, 5L, 7L, 8L, 9L);
    }

    @Test
    void of_a_row_with_a_bad_address_the_good_ones_are_kept() {
        var lus = Lus.csv(Format.CONSTRUCTYS, "Siret;Mails\n" + A + ";mauvaise,a@un.example,a@un.example\n");

        assertThat(lus.textes()).containsExactly(A + " a@un.example");
        assertThat(lus.signalements()).containsOnlyKeys(Interpretation.COURRIEL);
    }

    @Test
    void a_row_may_go_on_over_several_lines() {
        var lus = Lus.csv(
                Format.OCAPIAT,
                "Siret;Nom du contact;Email du contact\n" + A + ";\"sur\ndeux; lignes\";a@un.example\n" + B
                        + ";x;b@un.example\n");

        assertThat(lus.textes()).containsExactly(A + " a@un.example", B + " b@un.example");
        assertThat(lus.nombre()).isEqualTo(2);
    }

    @Test
    void a_quote_that_nobody_closed_spoils_no_other_row() {
        var lus = Lus.csv(
                Format.OCAPIAT,
                "Siret;Nom du contact;Email du contact\n" + A + ";\"jamais fermé;a@un.example\n" + B
                        + ";Tuyaux 12\";b@un.example\n" + B + ";x;c@un.example\n");

        assertThat(lus.textes()).contains(B + " b@un.example", B + " c@un.example");
        assertThat(lus.nombre()).isEqualTo(3);
    }

    @Test
    void a_title_before_the_header_is_passed_over() {
        var lus = Lus.csv(Format.CONSTRUCTYS, "Extraction du 1er mars\n\nSIRET;MAILS\n" + A + ";a@un.example\n");

        assertThat(lus.textes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "Nom;Prénom\nx;y\n", "%PDF-1.7", "Siret\n13002526500013\n"})
    void a_file_without_the_columns_is_refused(String texte) {
        assertThatThrownBy(() -> Lus.csv(Format.CONSTRUCTYS, texte))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("colonnes");
    }

    @Test
    void nul_characters_and_invalid_utf8_stop_nothing() {
        var octets = ("Siret;Mails\n" + A + "\0;a@un.example\n\u00ff\u00fe\n" + B + ";b@un.example\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Lus.csv(Format.CONSTRUCTYS, octets).textes())
                .containsExactly(A + " a@un.example", B + " b@un.example");
    }
}
