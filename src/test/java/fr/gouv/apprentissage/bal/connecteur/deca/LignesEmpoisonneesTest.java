package fr.gouv.apprentissage.bal.connecteur.deca;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.page;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import fr.gouv.apprentissage.bal.ingestion.RejeuDeQuarantaine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Given one poisoned row between two good ones, then the good ones are stored, the bad one is kept apart or without its bad value, and it is told. */
class LignesEmpoisonneesTest {

    static final String MOT = "Zvikjoltérêmb";
    private static final String TEXTE = "@@";
    private static final int GRAND = 10 << 20;
    private static final int PROFOND = 100_000;

    private final DecaDeTest deca = new DecaDeTest();

    @AfterEach
    void ferme() {
        deca.close();
    }

    static Stream<Arguments> enQuarantaine() {
        return Stream.of(
                Arguments.of(
                        "nested without an end",
                        remplace(
                                "\"champEnPlus\":\"@@\"",
                                "\"champEnPlus\":" + "[".repeat(PROFOND) + "]".repeat(PROFOND))),
                Arguments.of(
                        "objects without an end, in the place of a name",
                        remplace("\"" + MOT + "\"", "{\"a\":".repeat(PROFOND) + "1" + "}".repeat(PROFOND))),
                Arguments.of("bytes of another encoding", remplace("é", "\u00e9\u00ff")),
                Arguments.of("a character that is cut", remplace("é", "\u00c3")),
                Arguments.of("no name but a NUL", remplace(MOT, "\\u0000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("enQuarantaine")
    void a_row_that_cannot_be_read_is_kept_apart_and_no_other_with_it(String nom, UnaryOperator<byte[]> poison) {
        try (var journal = JournalEntendu.deTout()) {
            sers(poison);

            deca.banc().poursuis();

            assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
            assertThat(deca.banc().derniere().lus()).isEqualTo(3);
            assertThat(deca.banc().derniere().rejetes()).isEqualTo(1);
            assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("2");
            assertThat(deca.banc().textes("select motif || ' ' || rang from quarantaine"))
                    .containsExactly((nom.contains("NUL") ? "NOM_ABSENT" : "LIGNE_ILLISIBLE") + " 1");
            assertThat(deca.banc().rejoueTout()).isEqualTo(new RejeuDeQuarantaine(1, 0, 1));
            assertThat(journal.texte()).doesNotContain(MOT.substring(0, 7));
        }
    }

    static Stream<Arguments> gardees() {
        return Stream.of(
                Arguments.of("a NUL as JSON writes it", remplace(TEXTE, "\\u0000")),
                Arguments.of("a NUL as a byte", remplace(TEXTE, "\u0000")),
                Arguments.of("half a character", remplace(TEXTE, "\\ud83d")),
                Arguments.of("ten megabytes of text", remplace(TEXTE, "x".repeat(GRAND))),
                Arguments.of("ten megabytes of a name", remplace(MOT, "y".repeat(GRAND))),
                Arguments.of("ten megabytes of a company's name", remplace("ATELIER", "z".repeat(GRAND))),
                Arguments.of("a number of ten thousand digits", remplace("\"@@\"", "9".repeat(10_000))),
                Arguments.of("the same field twice", remplace("\"@@\"", "1,\"champEnPlus\":2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gardees")
    void a_row_that_can_be_read_is_stored_whatever_stands_in_it(String nom, UnaryOperator<byte[]> poison) {
        sers(poison);

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().erreur()).isNull();
        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().lus()).isEqualTo(3);
        assertThat(deca.banc().textes("select motif from quarantaine")).isEmpty();
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("3");
    }

    @Test
    void a_row_that_is_mended_takes_the_poisoned_one_out() {
        sers(remplace("é", "\u00ff"));
        deca.banc().poursuis();
        sers(octets -> octets);

        deca.banc().relis(J1, J1);

        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("3");
        assertThat(deca.banc().texte("select count(*) from quarantaine")).isEqualTo("0");
    }

    @Test
    void what_is_utf_8_passes_as_it_is_however_it_is_cut() throws IOException {
        var texte = "aé€😀 ".repeat(9_000).getBytes(UTF_8);
        var hasard = new Random(3);
        var lu = new OctetsLisibles(new ByteArrayInputStream(texte) {
            @Override
            public synchronized int read(byte[] octets, int debut, int longueur) {
                return super.read(octets, debut, Math.min(longueur, 1 + hasard.nextInt(5)));
            }
        });

        assertThat(lu.readAllBytes()).isEqualTo(texte);
        assertThat(lu.remplaces()).isFalse();
        assertThat(new OctetsLisibles(new ByteArrayInputStream(Arrays.copyOf(texte, 2))).readAllBytes())
                .containsExactly('a', OctetsLisibles.SUBSTITUT);
    }

    private void sers(UnaryOperator<byte[]> poison) {
        sers(deca, poison);
    }

    /** Three rows, of which the second is poisoned. */
    static void sers(DecaDeTest deca, UnaryOperator<byte[]> poison) {
        var bonne = page(1, 1, contrat("111111111111"), contrat("222222222222"), contrat("333333333333"));
        deca.dit(
                "LBA",
                J1,
                1,
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(poison.apply(bonne.getBytes(UTF_8))));
    }

    /** In the second row alone, which has a word of its own. */
    private static UnaryOperator<byte[]> remplace(String quoi, String par) {
        return octets -> {
            var cherche = new String(quoi.getBytes(UTF_8), ISO_8859_1);
            var texte = new String(octets, ISO_8859_1);
            var ici = texte.indexOf(cherche, texte.indexOf("\"marque\":\"deuxieme\""));
            assertThat(ici).as(quoi).isPositive();
            return (texte.substring(0, ici) + par + texte.substring(ici + cherche.length())).getBytes(ISO_8859_1);
        };
    }

    private static ObjectNode contrat(String numero) {
        var ligne = ligne(une -> pose(une, "/detailsContrat/noContrat", numero));
        var rangee = ligne.objectNode();
        rangee.put("marque", numero.startsWith("2") ? "deuxieme" : "autre");
        rangee.setAll(ligne);
        pose(rangee, "/alternant/nom", MOT);
        pose(rangee, "/employeur/denomination", "ATELIER");
        rangee.put("champEnPlus", TEXTE);
        return rangee;
    }
}
