package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static fr.gouv.apprentissage.bal.connecteur.opco.fichier.Classeurs.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LectureClasseurTest {

    private static final String SIREN = "130025265";
    private static final String A = "13002526500013";
    private static final String B = "73282932000074";
    private static final String ENTETE =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"G1\" t=\"s\"><v>2</v></c></row>";

    @Test
    void a_workbook_of_akto_is_read_by_its_columns() {
        var lus = Lus.classeur(Classeurs.avec(contact(SIREN, A, "a@un.example") + contact("", B, "b@un.example")));

        assertThat(lus.textes()).containsExactly(A + " a@un.example", B + " b@un.example");
        assertThat(lus.faits()).allSatisfy(fait -> assertThat(fait.source()).isEqualTo("AKTO"));
    }

    @Test
    void a_company_without_establishment_is_a_fact_of_the_company() {
        var lus = Lus.classeur(Classeurs.avec(contact(SIREN, "", "a@un.example")));

        assertThat(lus.textes()).containsExactly(SIREN + " a@un.example");
        assertThat(lus.faits().get(0).siret()).isEmpty();
    }

    @Test
    void a_row_of_two_companies_is_none_of_either() {
        var lus = Lus.classeur(Classeurs.avec(contact(SIREN, B, "a@un.example")));

        assertThat(lus.faits()).isEmpty();
        assertThat(lus.signalements()).containsOnlyKeys(Interpretation.SIREN);
    }

    @Test
    void texts_that_cells_share_are_found_whatever_their_order_in_the_archive() {
        var textes =
                "<sst><si><t>SIREN</t></si><si><t>SIRET</t></si><si><r><t>Em</t></r><r><t>ail</t></r><rPh><t>x</t></rPh></si>"
                        + "<si><t>a@un.example</t></si></sst>";
        var feuille = "<worksheet><sheetData>" + ENTETE
                + "<row r=\"2\"><c r=\"G2\" t=\"s\"><v>3</v></c></row>"
                + "<row r=\"3\"><c r=\"B3\"><v>" + A + "</v></c><c r=\"G3\" t=\"s\"><v>3</v></c></row>"
                + "</sheetData></worksheet>";
        var avant = new LinkedHashMap<String, String>();
        avant.put(Classeurs.TEXTES, textes);
        avant.put(Classeurs.FEUILLE, feuille);
        var apres = new LinkedHashMap<String, String>();
        apres.put(Classeurs.FEUILLE, feuille);
        apres.put(Classeurs.TEXTES, textes);

        assertThat(Lus.classeur(Classeurs.de(avant)).textes()).containsExactly(A + " a@un.example");
        assertThat(Lus.classeur(Classeurs.de(apres)).textes()).containsExactly(A + " a@un.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13002526500013", "1.3002526500013E13", "13002526500013.0"})
    void an_identifier_that_became_a_number_is_read(String nombre) {
        assertThat(Lus.classeur(Classeurs.avec(nombres(nombre))).textes()).containsExactly(A + " a@un.example");
    }

    @Test
    void an_identifier_that_lost_its_first_zeros_gets_them_back() {
        var une = new EntreprisesDemo(7).toutes().get(0);
        assertThat(une.siret()).startsWith("00");

        var lus = Lus.classeur(Classeurs.avec(nombres(une.siret().replaceFirst("^0+", ""))));

        assertThat(lus.textes()).containsExactly(une.siret() + " a@un.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"B2\"><v>1E999999999</v></c>",
                "<c r=\"B2\"><v>-1E-999999999</v></c>",
                "<c r=\"B2\"><v>douze</v></c>",
                "<c r=\"B2\" t=\"s\"><v>99</v></c>",
                "<c r=\"B2\" t=\"s\"><v>-1</v></c>",
                "<c r=\"B2\" t=\"b\"><v>7</v></c>",
                "<c r=\"B2\" t=\"jamais-vu\"><v>7</v></c>",
                "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>"
            })
    void a_bad_cell_spoils_its_row_alone(String cellule) {
        var mauvaise = "<row r=\"x\">" + cellule + "<c r=\"G2\" t=\"str\"><v>a@un.example</v></c></row>";

        var lus = Lus.classeur(Classeurs.avec(mauvaise + contact(SIREN, A, "b@un.example")));

        assertThat(lus.textes()).containsExactly(A + " b@un.example");
        assertThat(lus.signalements()).isEqualTo(Map.of(Interpretation.CELLULE, 1));
        assertThat(lus.nombre()).isEqualTo(2);
    }

    @Test
    void a_row_stands_where_its_sheet_shows_it() {
        var mauvaise = "<row><c r=\"B2\"><v>douze</v></c></row>";
        var rangees = mauvaise
                + mauvaise.replace("<row>", "<row r=\"7\">")
                + mauvaise.replace("<row>", "<row r=\"n'importe quoi\">")
                + mauvaise.replace("<row>", "<row r=\"99999999999999999999\">");

        assertThat(Lus.classeur(Classeurs.avec(rangees)).places()).containsExactly(2L, 7L, 8L, 9L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZZZZZ1", "XFD1048577", "0", "$", "é1"})
    void a_cell_in_no_place_takes_no_memory(String reference) {
        var loin = "<row><c r=\"" + reference + "\" t=\"str\"><v>x</v></c></row>";

        assertThat(Lus.classeur(Classeurs.avec(loin + contact(SIREN, A, "b@un.example")))
                        .textes())
                .containsExactly(A + " b@un.example");
    }

    @Test
    void the_first_sheet_is_the_one_that_the_workbook_says() {
        var feuille = "<worksheet><sheetData>" + Classeurs.ENTETE + contact(SIREN, A, "b@un.example")
                + "</sheetData></worksheet>";
        var parties = new LinkedHashMap<String, String>();
        parties.put(Classeurs.FEUILLE, "<worksheet><sheetData/></worksheet>");
        parties.put("xl/worksheets/sheet7.xml", feuille);
        parties.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"rId4\"/><sheet name=\"B\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parties.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId4\" Target=\"/xl/worksheets/sheet7.xml\"/></Relationships>");

        assertThat(Lus.classeur(Classeurs.de(parties)).textes()).containsExactly(A + " b@un.example");
    }

    @Test
    void a_bomb_is_cut() {
        var bombe = new LinkedHashMap<String, byte[]>();
        bombe.put("xl/styles.xml", new byte[64 << 20]);
        var archive = Classeurs.archive(bombe);
        assertThat(archive.length).isLessThan(1 << 20);

        assertThatThrownBy(() -> Lus.classeur(archive))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("plus grand");
    }

    @Test
    void rows_without_end_are_cut() {
        var rangees = contact(SIREN, A, "b@un.example").repeat(100_000);

        assertThatThrownBy(() -> Lus.classeur(Classeurs.avec(rangees)))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("plus grand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<row><c r=\"%s\"/></row>", "<row><c t=\"str\"><v>%s</v></c></row>", "<!-- %s -->", "<%s/>"})
    void a_text_of_ten_megabytes_is_cut(String forme) {
        assertThatThrownBy(() -> Lus.classeur(Classeurs.avec(forme.formatted("x".repeat(10 << 20)))))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("plus grand");
    }

    @Test
    void deep_nesting_is_read_through() {
        var profond = "<row>" + "<x>".repeat(50_000) + "</x>".repeat(50_000) + "</row>";

        assertThat(Lus.classeur(Classeurs.avec(profond + contact(SIREN, A, "b@un.example")))
                        .textes())
                .containsExactly(A + " b@un.example");
    }

    @Test
    void nothing_is_expanded_nor_fetched() {
        var entites =
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData>"
                        + Classeurs.ENTETE + contact(SIREN, A, "&b;@un.example") + "</sheetData></worksheet>";

        assertThatThrownBy(() -> Lus.classeur(Classeurs.de(Map.of(Classeurs.FEUILLE, entites))))
                .isInstanceOf(SourceRefusee.class)
                .hasNoCause();
    }

    @Test
    void more_parts_than_a_workbook_has_are_refused() {
        var parties = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 2_000).forEach(n -> parties.put("p" + n, new byte[0]));

        assertThatThrownBy(() -> Lus.classeur(Classeurs.archive(parties))).isInstanceOf(SourceRefusee.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pas une archive", "PK\u0003\u0004", "Siret;Mails\n13002526500013;a@un.example\n"})
    void what_is_no_workbook_is_refused(String texte) {
        assertThatThrownBy(() -> Lus.classeur(texte.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(SourceRefusee.class);
    }

    @Test
    void a_workbook_that_is_cut_is_refused_after_the_rows_that_were_there() {
        var xml = "<worksheet><sheetData>" + Classeurs.ENTETE + contact(SIREN, A, "b@un.example") + "<row><c";

        assertThatThrownBy(() -> Lus.classeur(Classeurs.de(Map.of(Classeurs.FEUILLE, xml))))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("illisible");
    }

    @Test
    void a_workbook_without_the_columns_is_refused() {
        assertThatThrownBy(() ->
                        Lus.classeur(Classeurs.de(Map.of(Classeurs.FEUILLE, "<worksheet><sheetData/></worksheet>"))))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("colonnes");
    }

    @Test
    void the_workbook_of_the_demo_is_read_whole() {
        var entreprises = new EntreprisesDemo(7);

        var lus = Lus.classeur(new ContactsDemo(entreprises).akto());

        assertThat(lus.textes())
                .containsExactlyElementsOf(entreprises.de("AKTO").stream()
                        .map(une -> une.siret() + " " + une.courriel())
                        .toList());
        assertThat(lus.signalements()).isEmpty();
    }

    private static String nombres(String siret) {
        return "<row r=\"2\"><c r=\"B2\"><v>" + siret
                + "</v></c><c r=\"G2\" t=\"str\"><f>A1</f><v>a@un.example</v></c></row>";
    }
}
