package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailDeTest.HORLOGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LectureDePart;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as a source should not send them, byte by byte: counted, and the rest is read. */
class LignesDOffresTest {

    private static final byte[] INVALIDE = {(byte) 0xc3, (byte) 0x28, (byte) 0xff};
    private static final String BONNE =
            "{\"id\":\"BONNE1\",\"dateCreation\":\"2026-03-01T08:00:00.000Z\",\"natureContrat\":\"E2\","
                    + "\"entreprise\":{\"siret\":\"13002526500013\"},\"contact\":{\"courriel\":\"Accueil@Atelier.example\"}}";

    private final WireMockServer source = new WireMockServer(options().dynamicPort());
    private final List<LigneDeFait> lignes = new ArrayList<>();

    @BeforeEach
    void ouvre() {
        source.start();
        source.stubFor(post(urlPathEqualTo("/jeton"))
                .willReturn(okJson("{\"access_token\":\"un-jeton\",\"expires_in\":1499}")));
        BaseDIngestion.execute("truncate offre");
    }

    @AfterEach
    void ferme() {
        source.stop();
    }

    static Stream<Arguments> empoisonnees() {
        var suite = ",\"dateCreation\":\"2026-03-01T08:00:00Z\"}";
        return Stream.of(
                // With an id before the poison: the offer is known to stand.
                Arguments.of(texte("{\"id\":\"MAL01\",\"intitule\":\"a\0b\"" + suite), "LIGNE_ILLISIBLE", true),
                Arguments.of(
                        texte("{\"id\":\"MAL01\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                        "LIGNE_ILLISIBLE",
                        true),
                Arguments.of(texte("{\"id\":\"MAL01\",\"x\":tru}"), "LIGNE_ILLISIBLE", true),
                Arguments.of(
                        joins(texte("{\"id\":\"MAL01\",\""), INVALIDE, texte("\":1" + suite)), "LIGNE_ILLISIBLE", true),
                Arguments.of(
                        joins(texte("{\"id\":\"MAL01\",\"description\":\""), INVALIDE, texte("\"" + suite)),
                        "LIGNE_ILLISIBLE",
                        true),
                // Without one it might be any.
                Arguments.of(texte("{\"x\":\"a\0b\",\"id\":\"MAL01\"}"), "LIGNE_ILLISIBLE", false),
                Arguments.of(texte("null"), "LIGNE_ILLISIBLE", false),
                Arguments.of(texte("[1,2]"), "LIGNE_ILLISIBLE", false),
                Arguments.of(texte("\"MAL01\""), "LIGNE_ILLISIBLE", false),
                Arguments.of(texte("{}"), "OFFRE_SANS_ID", false),
                Arguments.of(texte("{\"id\":\"M\\u0000L\"" + suite), "VALEUR_ECARTEE:id", false),
                Arguments.of(texte("{\"id\":17" + suite), "VALEUR_ECARTEE:id", false),
                Arguments.of(texte("{\"id\":\"" + "M".repeat(10 << 20) + "\"" + suite), "VALEUR_ECARTEE:id", false));
    }

    @ParameterizedTest
    @MethodSource("empoisonnees")
    void a_poisoned_row_is_counted_and_the_rest_is_read(byte[] ligne, String motif, boolean connue) {
        var avant = BONNE.replace("BONNE1", "BONNE0");
        sert(ok(page(texte(avant), ligne, texte(BONNE))));

        var lue = lis("35");

        assertThat(lue.lus()).isEqualTo(3);
        assertThat(lue.horsDAtteinte()).isZero();
        assertThat(lignes.get(1).signalements()).contains(motif);
        assertThat(lignes.get(2).faits()).hasSize(1);
        assertThat(base("select string_agg(id, ',' order by id) from offre")).isEqualTo("BONNE0,BONNE1");
        assertThat(connue).isEqualTo(disparait(ligne));
    }

    /** Whether an offer that is not listed any more is taken for gone while this row is. */
    private boolean disparait(byte[] ligne) {
        BaseDIngestion.execute("update offre set id = 'PARTIE' where id = 'BONNE0'");
        sert(ok(page(ligne, texte(BONNE))));
        lis("35");
        return base("select disparue_le is not null from offre where id = 'PARTIE'")
                .equals("t");
    }

    @Test
    void ten_megabytes_of_text_beside_what_is_kept_do_no_harm() {
        var longue = BONNE.replace("{\"id\"", "{\"description\":\"" + "é".repeat(5 << 20) + "\",\"id\"");
        sert(ok(page(texte(longue))));

        assertThat(lis("35")).isEqualTo(new LectureDePart(1, 0));
        assertThat(lignes.get(0).signalements()).isEmpty();
        assertThat(lignes.get(0).faits()).hasSize(1);
    }

    @Test
    void a_row_that_is_longer_than_any_offer_is_counted_and_the_rest_is_read() {
        var sansFin = BONNE.replace("{\"id\"", "{\"description\":\"" + "e".repeat(17 << 20) + "\",\"id\"");
        sert(ok(page(texte(sansFin), texte(BONNE))));

        assertThat(lis("35")).isEqualTo(new LectureDePart(2, 0));
        assertThat(lignes.get(0).signalements()).containsExactly("LIGNE_ILLISIBLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"siret\":123",
                "\"siret\":\"12345678901234\"",
                "\"siret\":{\"a\":[1]}",
                "\"siret\":[\"13002526500013\"]"
            })
    void a_badly_formed_establishment_is_dropped_and_told_of(String siret) {
        sert(ok(page(texte(BONNE.replace("\"siret\":\"13002526500013\"", siret)))));

        lis("35");

        assertThat(lignes.get(0).faits()).isEmpty();
        assertThat(lignes.get(0).signalements()).containsExactly("VALEUR_ECARTEE:entreprise.siret");
        assertThat(base("select count(*) from offre where siret is null")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"entreprise\":\"X\"", "\"entreprise\":[{}]", "\"entreprise\":1"})
    void an_object_that_is_none_is_told_of(String entreprise) {
        sert(ok(page(texte(BONNE.replace("\"entreprise\":{\"siret\":\"13002526500013\"}", entreprise)))));

        lis("35");

        assertThat(lignes.get(0).signalements()).containsExactly("VALEUR_ECARTEE:entreprise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hier", "2026-13-01T00:00:00Z", "+999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "\\u0000"})
    void a_date_that_is_none_is_dropped_and_told_of(String date) {
        sert(ok(page(texte(BONNE.replace("2026-03-01T08:00:00.000Z", date)))));

        assertThat(lis("35").lus()).isEqualTo(1);
        assertThat(lignes.get(0).signalements()).containsExactly("VALEUR_ECARTEE:dateCreation");
    }

    @Test
    void an_answer_with_no_whole_list_is_no_page() {
        for (var corps : List.of(
                "",
                "{",
                "{}",
                "[]",
                "{\"resultats\":{}}",
                "{\"resultats\":[" + BONNE + ",",
                "{\"resultats\":[" + BONNE.substring(0, 60),
                "<html>Maintenance</html>")) {
            sert(ok(texte(corps)));

            assertThatThrownBy(() -> lis("35"))
                    .as(corps)
                    .isInstanceOf(SourceIndisponible.class)
                    .hasMessage("la source a envoyé une page malformée");
        }
    }

    @Test
    void more_offers_than_were_asked_for_are_no_page() {
        sert(ok(page(Stream.generate(() -> texte(BONNE)).limit(151).toArray(byte[][]::new))));

        assertThatThrownBy(() -> lis("35")).isInstanceOf(SourceIndisponible.class);
    }

    @Test
    void a_compressed_bomb_is_cut() throws Exception {
        var bombe = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bombe)) {
            zip.write(texte("{\"resultats\":["));
            var blancs = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (var fois = 0; fois < 70; fois++) {
                zip.write(blancs);
            }
        }
        sert(aResponse().withStatus(200).withHeader("Content-Encoding", "gzip").withBody(bombe.toByteArray()));

        assertThatThrownBy(() -> lis("35")).hasMessageStartingWith("la source envoie plus que");
    }

    @Test
    void an_answer_that_announces_another_page_or_none_is_asked_for_again() {
        sert(aResponse().withStatus(206).withBody(page(texte(BONNE))));
        assertThatThrownBy(() -> lis("35")).hasMessage("la source ne dit pas combien d'offres il y a");

        sert(aResponse()
                .withStatus(206)
                .withHeader("Content-Range", "offres 150-150/151")
                .withBody(page(texte(BONNE))));
        assertThatThrownBy(() -> lis("35"))
                .hasMessage("la source a envoyé une autre page que celle qui était demandée");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html>",
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a\",\"expires_in\":0}",
                "{\"access_token\":\"a\\nb\",\"expires_in\":1499}",
                "{\"access_token\":\"a\",\"expires_in\":99999999999999}"
            })
    void an_unreadable_token_is_no_token(String jeton) {
        source.stubFor(post(urlPathEqualTo("/jeton")).willReturn(okJson(jeton)));

        assertThatThrownBy(() -> lis("35"))
                .isInstanceOf(SourceIndisponible.class)
                .hasMessage("la source a répondu par un jeton illisible")
                .hasNoCause();
    }

    private void sert(ResponseDefinitionBuilder reponse) {
        source.stubFor(any(anyUrl()).atPriority(9).willReturn(reponse));
    }

    private static ResponseDefinitionBuilder ok(byte[] corps) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(corps);
    }

    private LectureDePart lis(String departement) {
        lignes.clear();
        var acces = new ClientFranceTravail.Acces(
                URI.create(source.baseUrl()), URI.create(source.baseUrl() + "/jeton"), "PAR_bal", "secret");
        var client = new ClientFranceTravail(
                () -> acces,
                SortieDeTest.vers(source.baseUrl(), Duration.ofSeconds(20), HORLOGE),
                Limites.DOCUMENTEES,
                HORLOGE);
        return new ConnecteurFranceTravail(
                        new ConfigFranceTravail(Optional.empty()),
                        () -> true,
                        client,
                        Limites.DOCUMENTEES,
                        new Reessais(1),
                        new OffreStore(BaseDIngestion.laMeme()),
                        HORLOGE)
                .lis(departement, lignes::add);
    }

    private static byte[] page(byte[]... lignes) {
        var page = new ByteArrayOutputStream();
        page.writeBytes(texte("{\"filtresPossibles\":[{\"x\":\"]}\"}],\"resultats\":["));
        for (var rang = 0; rang < lignes.length; rang++) {
            page.writeBytes(rang == 0 ? new byte[0] : texte(", "));
            page.writeBytes(lignes[rang]);
        }
        page.writeBytes(texte("]}"));
        return page.toByteArray();
    }

    private static byte[] joins(byte[]... morceaux) {
        var tout = new ByteArrayOutputStream();
        Stream.of(morceaux).forEach(tout::writeBytes);
        return tout.toByteArray();
    }

    private static byte[] texte(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private static String base(String sql) {
        return BaseDIngestion.texte(sql);
    }
}
