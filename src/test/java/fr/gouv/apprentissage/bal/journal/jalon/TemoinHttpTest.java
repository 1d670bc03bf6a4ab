package fr.gouv.apprentissage.bal.journal.jalon;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A witness behind HTTP, with the retry of production, which the running application provides. */
@QuarkusTest
@AvecBaseEmbarquee
class TemoinHttpTest {

    private static final JalonSigne JALON = new JalonSigne(
            new Jalon(1, Instant.parse("2026-11-01T08:00:00Z"), new byte[32], List.of()),
            new byte[32],
            "cle-1",
            new byte[64]);
    private static final String CHEMIN = "/jalons";
    private static final String PANNE = "panne";

    private final WireMockServer serveur = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void demarre() {
        serveur.start();
    }

    @AfterEach
    void arrete() {
        serveur.stop();
    }

    @Test
    void aWitnessThatFailsOnceIsToldAgain() {
        serveur.stubFor(post(CHEMIN)
                .inScenario(PANNE)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("remis"));
        serveur.stubFor(post(CHEMIN)
                .inScenario(PANNE)
                .whenScenarioStateIs("remis")
                .willReturn(aResponse().withStatus(204)));

        assertThatCode(this::remets).doesNotThrowAnyException();

        serveur.verify(2, postRequestedFor(urlEqualTo(CHEMIN)));
    }

    @Test
    void aWitnessThatKeepsFailingIsAFailureAfterThreeAttempts() {
        serveur.stubFor(post(CHEMIN).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(this::remets).isInstanceOf(IOException.class).hasMessage("HTTP 503");

        serveur.verify(3, postRequestedFor(urlEqualTo(CHEMIN)));
    }

    @Test
    void aRedirectionIsNotFollowed() {
        serveur.stubFor(
                post(CHEMIN).willReturn(aResponse().withStatus(307).withHeader("Location", serveur.url("/ailleurs"))));

        assertThatThrownBy(this::remets).hasMessage("HTTP 307");

        serveur.verify(0, postRequestedFor(urlEqualTo("/ailleurs")));
    }

    private void remets() throws IOException {
        new TemoinHttp(URI.create(serveur.url(CHEMIN)), new RepriseAvecGarde()).remets(JALON);
    }
}
