package fr.gouv.apprentissage.bal.connecteur.opco;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.demande;
import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.une;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurAkto;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurOpcoEp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is not known: never a refusal, never an exception, and nothing of the address in the log. */
class PannesDeQuestionTest {

    private static final String TEMOIN = "temoin.cherche";
    private static final String COURRIEL = TEMOIN + "@societe.example";
    private static final WireMockServer SOURCE = new WireMockServer(options().dynamicPort());

    private final OpcoDeTest opco = new OpcoDeTest();
    private final List<String> journal = new ArrayList<>();
    private final Handler ecoute = new Handler() {
        @Override
        public void publish(LogRecord ligne) {
            synchronized (journal) {
                journal.add(ligne.getMessage() + " "
                        + List.of(ligne.getParameters() == null ? new Object[0] : ligne.getParameters()));
                for (var cause = ligne.getThrown(); cause != null; cause = cause.getCause()) {
                    journal.add(cause.toString());
                }
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private final Logger racine = Logger.getLogger("fr.gouv.apprentissage.bal");

    @BeforeAll
    static void ouvre() {
        SOURCE.start();
    }

    @AfterAll
    static void ferme() {
        SOURCE.stop();
    }

    @BeforeEach
    void ecoute() {
        SOURCE.resetAll();
        racine.setLevel(Level.ALL);
        racine.addHandler(ecoute);
    }

    @AfterEach
    void range() {
        racine.removeHandler(ecoute);
        racine.setLevel(null);
        opco.close();
        assertThat(journal).noneMatch(ligne -> ligne.contains(TEMOIN));
    }

    static Stream<Panne> pannes() {
        return Stream.of(
                new Panne.Erreur500(),
                new Panne.Indisponible(),
                new Panne.CompteRefuse(),
                new Panne.TropDeDemandes(0),
                new Panne.TropDeDemandes(7),
                new Panne.Coupure(0),
                new Panne.Coupure(50),
                new Panne.CorpsIllisible(),
                new Panne.PageHtml(),
                new Panne.Lenteur(Duration.ofSeconds(3)),
                new Panne.Calage(50, Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_fault_of_the_answer_is_not_known(Panne panne) {
        opco.akto().pannes().programme(r -> r.chemin().equals(SimulateurAkto.VALIDATION), panne);
        opco.ep().pannes().programme(r -> r.chemin().equals(SimulateurOpcoEp.VALIDATION), panne);

        assertThat(demande(opco.questionAkto(), COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
        assertThat(demande(opco.questionEp(), COURRIEL, une("OPCO_EP").siret())).isEqualTo(ReponseOpco.INCONNU);
        assertThat(journal).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_fault_of_the_token_is_not_known(Panne panne) {
        opco.akto().pannes().programme(r -> r.chemin().equals(SimulateurAkto.JETONS), panne);

        assertThat(demande(opco.questionAkto(), COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
        assertThat(opco.akto().demandes()).noneMatch(r -> r.chemin().equals(SimulateurAkto.VALIDATION));
    }

    static Stream<ResponseDefinitionBuilder> reponses() {
        return Stream.of(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withStatus(400),
                aResponse().withStatus(404),
                aResponse().withStatus(204),
                temporaryRedirect("http://ailleurs.example/"),
                okJson("x".repeat(100_000)),
                okJson("[".repeat(50_000)));
    }

    @ParameterizedTest
    @MethodSource("reponses")
    void a_fault_of_the_network_is_not_known(ResponseDefinitionBuilder faute) {
        source(faute);

        assertThat(demande(akto(), COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "true",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":{\"match\":null}}",
                "{\"data\":{\"match\":\"true\"}}",
                "{\"data\":{\"match\":1}}",
                "{\"match\":true}",
                "{\"data\":{\"match\":true}"
            })
    void what_akto_never_answers_is_not_known(String corps) {
        source(okJson(corps));

        assertThat(demande(akto(), COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"codeRetour\":0}",
                "{\"codeRetour\":5}",
                "{\"codeRetour\":-1}",
                "{\"codeRetour\":1.5}",
                "{\"codeRetour\":\"1\"}",
                "{\"codeRetour\":4294967297}",
                "{\"codeRetour\":null,\"detailRetour\":\"Email trouvé\"}"
            })
    void what_opco_ep_never_answers_is_not_known(String corps) {
        source(okJson(corps));
        var question = opco.questionEp(SOURCE.baseUrl(), OpcoDeTest.SANS_GARDE);

        assertThat(demande(question, COURRIEL, une("OPCO_EP").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":\"\",\"expires_in\":300}",
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a\",\"expires_in\":-1}",
                "{\"access_token\":\"a\\r\\nX-Autre: b\",\"expires_in\":300}",
                "{\"error\":\"invalid_client\"}"
            })
    void a_token_that_cannot_be_used_is_not_sent(String corps) {
        SOURCE.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"match\":true}}")));
        SOURCE.stubFor(post(anyUrl()).willReturn(okJson(corps)));

        assertThat(demande(akto(), COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    @Test
    void a_source_that_is_not_there_is_not_known() {
        var personne = opco.questionAkto("http://127.0.0.1:1", OpcoDeTest.SANS_GARDE);

        assertThat(demande(personne, COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    private QuestionOpco akto() {
        return opco.questionAkto(SOURCE.baseUrl(), OpcoDeTest.SANS_GARDE);
    }

    private static void source(ResponseDefinitionBuilder reponse) {
        SOURCE.stubFor(any(anyUrl()).willReturn(reponse));
        SOURCE.stubFor(post(anyUrl()).willReturn(okJson("{\"access_token\":\"jeton\",\"expires_in\":300}")));
    }
}
