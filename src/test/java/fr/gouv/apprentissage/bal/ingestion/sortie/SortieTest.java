package fr.gouv.apprentissage.bal.ingestion.sortie;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortieTest {

    private static final long TAILLE = 100_000;
    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2025-01-10T02:00:00Z"), ZoneOffset.UTC);
    private static final WireMockServer SOURCE = new WireMockServer(options().dynamicPort());
    private static final WireMockServer AILLEURS = new WireMockServer(options().dynamicPort());

    @BeforeAll
    static void ouvre() {
        SOURCE.start();
        AILLEURS.start();
        AILLEURS.stubFor(get(anyUrl()).willReturn(ok("ailleurs")));
    }

    @AfterAll
    static void ferme() {
        SOURCE.stop();
        AILLEURS.stop();
    }

    @BeforeEach
    void oublie() {
        SOURCE.resetAll();
        AILLEURS.resetRequests();
    }

    @Test
    void what_the_source_says_is_read() {
        SOURCE.stubFor(get(urlEqualTo("/faits")).willReturn(ok("un fait")));

        assertThat(lis("/faits")).isEqualTo("un fait");
    }

    @Test
    void parameters_leave_encoded() {
        SOURCE.stubFor(get(anyUrl()).willReturn(ok("oui")));

        sortie(true).demande(Demande.lis(adresse("/q"), Map.of("email", "a+b&siren=1@exemple.fr")), SortieTest::texte);

        SOURCE.verify(getRequestedFor(urlEqualTo("/q?email=a%2Bb%26siren%3D1%40exemple.fr")));
    }

    @Test
    void an_address_that_is_not_configured_is_not_asked() {
        var ailleurs = Demande.lis(URI.create(AILLEURS.baseUrl() + "/x"), Map.of());

        assertThatThrownBy(() -> sortie(true).demande(ailleurs, SortieTest::texte))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("hors de la configuration");
        assertThat(AILLEURS.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_redirect_within_the_host_is_followed() {
        SOURCE.stubFor(get(urlEqualTo("/ancien")).willReturn(temporaryRedirect("/neuf")));
        SOURCE.stubFor(get(urlEqualTo("/neuf")).willReturn(ok("là")));

        assertThat(lis("/ancien")).isEqualTo("là");
    }

    @Test
    void a_redirect_to_another_host_is_refused_and_not_asked() {
        SOURCE.stubFor(get(urlEqualTo("/ancien")).willReturn(temporaryRedirect(AILLEURS.baseUrl() + "/x")));

        assertThatThrownBy(() -> lis("/ancien"))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("autre hôte");
        assertThat(AILLEURS.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://"})
    void a_redirect_that_cannot_be_read_is_refused(String lieu) {
        SOURCE.stubFor(get(urlEqualTo("/ancien")).willReturn(temporaryRedirect(lieu)));

        assertThatThrownBy(() -> lis("/ancien")).isInstanceOf(SourceRefusee.class);
    }

    @Test
    void redirects_without_end_are_left() {
        SOURCE.stubFor(get(urlEqualTo("/rond")).willReturn(temporaryRedirect("/rond")));

        assertThatThrownBy(() -> lis("/rond")).isInstanceOf(SourceRefusee.class).hasMessageContaining("sans fin");
        SOURCE.verify(Politique.REDIRECTIONS + 1, getRequestedFor(urlEqualTo("/rond")));
    }

    @Test
    void a_private_address_is_refused_unless_configured() {
        SOURCE.stubFor(get(anyUrl()).willReturn(ok("oui")));

        assertThatThrownBy(() -> sortie(false).demande(Demande.lis(adresse("/x"), Map.of()), SortieTest::texte))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("réseau privé");
        assertThat(SOURCE.getAllServeEvents()).isEmpty();
    }

    @Test
    void an_answer_that_is_too_large_is_cut() {
        SOURCE.stubFor(get(anyUrl()).willReturn(ok("x".repeat((int) TAILLE + 1))));

        assertThatThrownBy(() -> lis("/grand"))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("octets");
    }

    @Test
    void a_bomb_is_cut() throws IOException {
        var bombe = gzip(new byte[50_000_000]);
        assertThat(bombe.length).isLessThan((int) TAILLE);
        SOURCE.stubFor(get(anyUrl())
                .willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody(bombe)));

        assertThatThrownBy(() -> lis("/bombe"))
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("octets");
    }

    @Test
    void a_compressed_answer_is_read() throws IOException {
        SOURCE.stubFor(get(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Encoding", "gzip")
                        .withBody(gzip("serré".getBytes(StandardCharsets.UTF_8)))));

        assertThat(lis("/serre")).isEqualTo("serré");
    }

    @Test
    void an_answer_that_stalls_is_left() {
        SOURCE.stubFor(get(anyUrl()).willReturn(ok("lent").withChunkedDribbleDelay(4, 20_000)));

        assertThatThrownBy(SortieTest::lisVite).isInstanceOf(SourceIndisponible.class);
    }

    @Test
    void the_time_of_an_answer_counts_from_the_request() {
        SOURCE.stubFor(get(anyUrl()).willReturn(ok("lent").withFixedDelay(1_500).withChunkedDribbleDelay(4, 1_500)));

        assertThatThrownBy(SortieTest::lisVite).isInstanceOf(SourceIndisponible.class);
    }

    static Stream<ResponseDefinitionBuilder> passagers() {
        return Stream.of(
                aResponse().withStatus(500),
                aResponse().withStatus(502),
                aResponse().withStatus(408),
                aResponse().withStatus(429),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("passagers")
    void what_may_pass_is_told_apart_from_what_will_not(ResponseDefinitionBuilder faute) {
        SOURCE.stubFor(get(anyUrl()).willReturn(faute));

        assertThatThrownBy(() -> lis("/x")).isInstanceOf(SourceIndisponible.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void a_refusal_is_final(int statut) {
        SOURCE.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(statut)));

        assertThatThrownBy(() -> lis("/x")).isInstanceOf(SourceRefusee.class).isNotInstanceOf(CompteRefuse.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void an_account_that_is_refused_is_told_apart(int statut) {
        SOURCE.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(statut)));

        assertThatThrownBy(() -> lis("/x")).isInstanceOf(CompteRefuse.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "Fri, 10 Jan 2025 02:00:30 GMT"})
    void how_long_the_source_asks_to_wait_is_kept(String attente) {
        SOURCE.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", attente)));

        assertThatThrownBy(() -> lis("/x"))
                .isInstanceOfSatisfying(SourceIndisponible.class, echec -> assertThat(echec.attente())
                        .contains(Duration.ofSeconds(30)));
    }

    @Test
    void nothing_that_was_asked_stands_in_a_failure() {
        SOURCE.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        var demande = Demande.lis(adresse("/q"), Map.of("email", "temoin@exemple.fr"));

        assertThat(demande.toString()).doesNotContain("temoin");
        assertThatThrownBy(() -> sortie(true).demande(demande, SortieTest::texte))
                .hasMessageNotContaining("temoin")
                .hasNoCause();
    }

    private static String lis(String chemin) {
        return sortie(true).demande(Demande.lis(adresse(chemin), Map.of()), SortieTest::texte);
    }

    private static Sortie sortie(boolean privees) {
        return sortie(privees, Duration.ofSeconds(30));
    }

    private static Sortie sortie(boolean privees, Duration delai) {
        var politique = Politique.pour(List.of(adresse("/")), privees, delai, TAILLE);
        return new Sortie(() -> politique, () -> {}, HORLOGE);
    }

    private static String lisVite() {
        return sortie(true, Duration.ofSeconds(2)).demande(Demande.lis(adresse("/lent"), Map.of()), SortieTest::texte);
    }

    private static URI adresse(String chemin) {
        return URI.create(SOURCE.baseUrl() + chemin);
    }

    private static String texte(Reponse reponse) throws IOException {
        return new String(reponse.corps().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        var serres = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(serres)) {
            gzip.write(octets);
        }
        return serres.toByteArray();
    }
}
