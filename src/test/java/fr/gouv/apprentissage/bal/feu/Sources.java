package fr.gouv.apprentissage.bal.feu;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.gouv.apprentissage.bal.connecteur.deca.MondeServi;
import fr.gouv.apprentissage.bal.connecteur.deca.PannesAuHasard;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** All sources of one night, over HTTP and in a folder, which fail by chance or not at all. */
final class Sources implements AutoCloseable {

    private static final List<Supplier<ResponseDefinitionBuilder>> PANNES = List.of(
            () -> aResponse().withStatus(500),
            () -> aResponse().withStatus(503),
            () -> aResponse().withStatus(429),
            () -> aResponse().withFault(Fault.EMPTY_RESPONSE),
            () -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            () -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            () -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            () -> aResponse().withBody("<!DOCTYPE html><html><body>Maintenance</body></html>"),
            () -> aResponse().withFixedDelay(100).withStatus(502));

    private final Univers univers;
    private final Clock horloge;
    private final MondeServi deca;
    private final SimulateurFranceTravail franceTravail;
    private final WireMockServer fichier = new WireMockServer(options().dynamicPort());
    private final Path dossier;

    /** @param dossier an empty folder */
    Sources(Univers univers, Clock horloge, boolean derniereNuit, Path dossier) {
        this.univers = univers;
        this.horloge = horloge;
        this.dossier = dossier;
        deca = univers.sert();
        franceTravail = SimulateurFranceTravail.demarre(
                univers::offres,
                OptionsFranceTravail.sansLimite(horloge).avecLimites(CourseDeSources.PAGE_D_OFFRES, 3000));
        fichier.start();
        fichier.stubFor(
                get(anyUrl()).atPriority(10).willReturn(aResponse().withBody(univers.constructys(derniereNuit))));
    }

    /** A file of its folder, written then. */
    void depose(String nom, byte[] octets, Instant quand) throws IOException {
        Files.write(dossier.resolve(nom), octets);
        Files.setLastModifiedTime(dossier.resolve(nom), FileTime.from(quand));
    }

    /** From now on they fail, by this chance. */
    void tombent(int graine) {
        deca.tombe(graine);
        PannesAuHasard.de(franceTravail, graine);
        var hasard = new Random(graine);
        var fois = 1 + hasard.nextInt(4);
        for (var essai = 0; essai < fois; essai++) {
            fichier.stubFor(get(anyUrl())
                    .inScenario("pannes")
                    .whenScenarioStateIs(essai == 0 ? Scenario.STARTED : "essai " + essai)
                    .willReturn(PANNES.get(hasard.nextInt(PANNES.size())).get())
                    .willSetStateTo("essai " + (essai + 1)));
        }
    }

    Consigne consigne(int port, String base, LocalDate dernier, long deja) {
        return new Consigne(
                port,
                base,
                deca.simulateur().url(),
                franceTravail.url(),
                franceTravail.connexion(),
                franceTravail.options().compte().secret(),
                dossier,
                fichier.baseUrl() + "/contacts",
                Univers.PREMIER,
                dernier,
                deja);
    }

    @Override
    public void close() {
        deca.close();
        franceTravail.close();
        fichier.stop();
    }

    @Override
    public String toString() {
        return "Sources[" + univers + ", " + horloge.instant() + "]";
    }
}
