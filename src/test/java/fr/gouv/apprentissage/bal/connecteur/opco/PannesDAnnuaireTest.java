package fr.gouv.apprentissage.bal.connecteur.opco;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.PannesDocumentees;
import fr.gouv.apprentissage.bal.ingestion.SurDerive;
import fr.gouv.apprentissage.bal.ingestion.sortie.DebitPartage;
import fr.gouv.apprentissage.bal.ingestion.sortie.Politique;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole run that asks one directory under a fault, as the operator sees it; then the run after it, once the directory is well. */
class PannesDAnnuaireTest {

    private static final String RECU = BancDAnnuaire.RECU;

    private final BancDAnnuaire banc = new BancDAnnuaire();

    @AfterEach
    void rienNeSort() {
        banc.close();
        banc.rienNeSort();
    }

    static Stream<Arguments> pannes() {
        return deChacun(annuaire -> Stream.of(
                Arguments.of(annuaire, aResponse().withStatus(500).withBody(RECU), "la source répond 500"),
                Arguments.of(annuaire, aResponse().withStatus(503), "la source répond 503"),
                Arguments.of(annuaire, aResponse().withStatus(429), "la source répond 429"),
                Arguments.of(
                        annuaire, aResponse().withStatus(429).withHeader("Retry-After", "3"), "la source répond 429"),
                Arguments.of(annuaire, aResponse().withStatus(401).withBody(RECU), "la source refuse le compte (401)"),
                Arguments.of(
                        annuaire, aResponse().withFault(Fault.EMPTY_RESPONSE), "la source ne répond pas (IOException)"),
                Arguments.of(
                        annuaire,
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        "la source ne répond pas (IOException)"),
                Arguments.of(
                        annuaire,
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                        "la source ne répond pas (IOException)"),
                Arguments.of(
                        annuaire,
                        aResponse().withBody(annuaire.connait("AKTO")).withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                        "la source ne répond pas (IOException)"),
                Arguments.of(
                        annuaire,
                        aResponse()
                                .withHeader("Content-Type", "text/html")
                                .withBody("<!doctype html><title>Maintenance</title>" + RECU),
                        "la réponse de la source est illisible"),
                Arguments.of(annuaire, okJson(annuaire.codeRetype()), "la réponse de la source est illisible")));
    }

    @ParameterizedTest
    @MethodSource({"pannes", "illisibles"})
    void a_fault_that_stays_is_told_and_the_next_run_gives_each_company_its_opco(
            AnnuaireDeTest annuaire, ResponseDefinitionBuilder panne, String raison) {
        banc.demande(annuaire);
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl()).willReturn(panne));

        echoueSur(annuaire, raison);

        banc.gueris(annuaire);
    }

    static Stream<Arguments> lenteurs() {
        return deChacun(annuaire -> Stream.of(
                Arguments.of(
                        annuaire, aResponse().withBody(annuaire.connait("AKTO")).withFixedDelay(1_500)),
                Arguments.of(
                        annuaire, aResponse().withBody(annuaire.connait("AKTO")).withChunkedDribbleDelay(10, 20_000))));
    }

    @ParameterizedTest
    @MethodSource("lenteurs")
    void a_directory_that_stalls_is_not_waited_for_beyond_the_limit(
            AnnuaireDeTest annuaire, ResponseDefinitionBuilder lenteur) {
        banc.demande(annuaire, Duration.ofMillis(500));
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl()).willReturn(lenteur));

        echoueSur(annuaire, "la source ne répond pas (HttpTimeoutException)");

        banc.demande(annuaire);
        banc.gueris(annuaire);
    }

    private void echoueSur(AnnuaireDeTest annuaire, String raison) {
        banc.poursuis();

        var message = "les annuaires des OPCO ne répondent pas (" + annuaire + " : " + raison + ")";
        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo(message);
        assertThat(banc.journal())
                .contains("opco-des-entreprises : exécution " + banc.derniere().id() + " échouée, " + message);
        assertThat(PannesDocumentees.chapitre()).contains("« les annuaires des OPCO ne répondent pas");
        assertThat(banc.echouees()).isEqualTo(1);
        assertThat(banc.opcos()).containsOnly("null");
        assertThat(BaseDIngestion.texte("select count(*) from opco_d_entreprise"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void a_directory_that_is_not_there_is_told(AnnuaireDeTest annuaire) {
        var absent = new WireMockServer(options().dynamicPort());
        absent.start();
        var adresse = absent.baseUrl();
        absent.stop();
        banc.demande(annuaire, adresse, SurDerive.SIGNALER);

        banc.poursuis();

        assertThat(banc.derniere().erreur())
                .isEqualTo("les annuaires des OPCO ne répondent pas (" + annuaire
                        + " : la source ne répond pas (ConnectException))");
        assertThat(banc.opcos()).containsOnly("null");
        banc.demande(annuaire);
        banc.gueris(annuaire);
    }

    /** Answers that came, and of which nothing can be read. */
    static Stream<Arguments> illisibles() {
        return deChacun(annuaire -> Stream.of(
                        octets(""),
                        octets("[]"),
                        octets("{}"),
                        octets("OK " + RECU),
                        octets("{\"" + annuaire.code() + "\":\"" + RECU),
                        octets("{\"" + annuaire.code() + "\":\"0\u0000" + RECU + "\"}"),
                        octets("{\"" + annuaire.code() + "\":\"" + RECU + "x".repeat(10 << 20) + "\"}"),
                        octets("{\"a\":".repeat(50_000)),
                        octets("{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"),
                        new byte[] {0, 1, 2, (byte) 0xff},
                        new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'},
                        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})
                .map(corps ->
                        Arguments.of(annuaire, aResponse().withBody(corps), "la réponse de la source est illisible")));
    }

    /** One company's answers that are as none: some of them come from a directory that is well. */
    static Stream<Arguments> empoisonnees() {
        return deChacun(annuaire -> Stream.of(
                Arguments.of(annuaire, okJson(annuaire.connait("OPCO " + RECU)), "OPCO_NON_RECONNU"),
                Arguments.of(annuaire, okJson(annuaire.connait("\\u0000")), "OPCO_NON_RECONNU"),
                Arguments.of(annuaire, okJson(annuaire.connait("x".repeat(20_000))), "OPCO_NON_RECONNU"),
                Arguments.of(annuaire, okJson(annuaire.autreCode()), "OPCO_NON_RECONNU"),
                Arguments.of(annuaire, aResponse().withStatus(400).withBody(RECU), "SANS_REPONSE"),
                Arguments.of(annuaire, aResponse().withStatus(404).withBody(RECU), "SANS_REPONSE")));
    }

    @ParameterizedTest
    @MethodSource("empoisonnees")
    void a_company_of_which_nothing_is_said_that_we_know_is_counted_and_asked_about_again(
            AnnuaireDeTest annuaire, ResponseDefinitionBuilder reponse, String motif) {
        banc.demande(annuaire);
        banc.sers(annuaire);
        banc.laPremiere(reponse);

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=" + motif + ", nombre=1]]");
        assertThat(banc.opcos()).containsExactly("null", "OCAPIAT", "AFDAS");
        assertThat(banc.attentes()).as("it was not asked about again at once").isEmpty();
        banc.gueris(annuaire);
    }

    static Stream<Arguments> silences() {
        return deChacun(annuaire -> Stream.of(
                        aResponse().withStatus(500),
                        aResponse().withFault(Fault.EMPTY_RESPONSE),
                        aResponse().withBody("<!doctype html>" + RECU),
                        aResponse().withBody("{\"" + annuaire.code() + "\":\"" + "x".repeat(10 << 20) + "\"}"),
                        aResponse().withBody("{\"a\":".repeat(50_000)),
                        aResponse().withBody(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'}))
                .map(reponse -> Arguments.of(annuaire, reponse)));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void a_company_that_a_directory_fails_on_keeps_none_of_the_others_from_their_opco(
            AnnuaireDeTest annuaire, ResponseDefinitionBuilder reponse) {
        banc.demande(annuaire);
        banc.sers(annuaire);
        banc.laPremiere(reponse);

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=SANS_REPONSE, nombre=1]]");
        assertThat(banc.opcos()).containsExactly("null", "OCAPIAT", "AFDAS");
        banc.gueris(annuaire);
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void what_a_directory_asks_to_wait_is_told_to_who_waits_and_it_is_asked_nothing_meanwhile(AnnuaireDeTest annuaire) {
        // Given two companies in one lot, and a directory that wants to be left alone for a while
        var deux = List.of(BancDAnnuaire.premiere(), BancDAnnuaire.AVEC_LA_PREMIERE);
        BaseDIngestion.execute("delete from contrat");
        deux.forEach(BancDAnnuaire::contrat);
        banc.demande(annuaire);
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl())
                .inScenario("attente")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("assez")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3")));
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl())
                .inScenario("attente")
                .whenScenarioStateIs("assez")
                .willReturn(okJson(annuaire.connait("AKTO"))));

        banc.poursuis();

        assertThat(banc.attentes()).containsExactly(Duration.ofSeconds(3));
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.opcos()).containsExactly("AKTO", "AKTO");
        BancDAnnuaire.SOURCE.verify(2, getRequestedFor(urlMatching(AnnuaireDeTest.quiParleDe(deux.get(0)))));
        BancDAnnuaire.SOURCE.verify(1, getRequestedFor(urlMatching(AnnuaireDeTest.quiParleDe(deux.get(1)))));
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void a_database_without_room_for_the_turn_of_a_request_is_not_taken_for_a_directory_that_is_away(
            AnnuaireDeTest annuaire) {
        var politique =
                Politique.pour(List.of(URI.create(BancDAnnuaire.SOURCE.baseUrl())), true, BancDAnnuaire.DELAI, 1 << 20);
        var sortie = new Sortie(
                () -> politique, new DebitPartage(banc.pool(), annuaire.name(), 1_000), BancDAnnuaire.HORLOGE);
        banc.demande(annuaire.par(sortie, BancDAnnuaire.SOURCE.baseUrl()), SurDerive.SIGNALER);
        banc.sers(annuaire);
        BaseDIngestion.execute(
                "create function sans_place() returns trigger language plpgsql as"
                        + " $$begin raise exception 'plein' using errcode = '53100'; end$$;"
                        + " create trigger sans_place before insert or update on debit for each row execute function sans_place()");
        try {
            banc.poursuis();
        } finally {
            BaseDIngestion.execute("drop function sans_place cascade");
        }

        assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");
        assertThat(banc.derniere().erreur()).isEqualTo("la base de données n'a plus de place");
        banc.tour();
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.opcos()).containsExactlyElementsOf(BancDAnnuaire.OPCOS.values());
    }

    private static Stream<Arguments> deChacun(Function<AnnuaireDeTest, Stream<Arguments>> cas) {
        return Arrays.stream(AnnuaireDeTest.values()).flatMap(cas);
    }

    private static byte[] octets(String corps) {
        return corps.getBytes(StandardCharsets.UTF_8);
    }
}
