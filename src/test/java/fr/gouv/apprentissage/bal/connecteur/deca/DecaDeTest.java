package fr.gouv.apprentissage.bal.connecteur.deca;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Revelateur;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** A DECA that says what a test tells it to say, a connector that asks it, and a database that keeps the answers. */
final class DecaDeTest implements AutoCloseable {

    /** The first of the days that a run reads; yesterday is the third. */
    static final LocalDate J1 = LocalDate.of(2025, 1, 7);

    static final LocalDate J2 = J1.plusDays(1);
    static final LocalDate J3 = J1.plusDays(2);

    /** Three in the morning in Paris. */
    private static final Clock NUIT = Clock.fixed(Instant.parse("2025-01-10T02:00:00Z"), ZoneOffset.UTC);

    private final WireMockServer deca = new WireMockServer(options().dynamicPort());
    private final BancDIngestion banc;
    private final Revelateur revelateur;

    DecaDeTest() {
        this(NUIT);
    }

    DecaDeTest(Clock horloge) {
        this(horloge, Duration.ofMinutes(2));
    }

    /** One that waits no longer than that for a page. */
    static DecaDeTest impatient(Duration delai) {
        return new DecaDeTest(NUIT, delai);
    }

    private DecaDeTest(Clock horloge, Duration delai) {
        deca.start();
        deca.stubFor(post(urlEqualTo("/contrats/extractLBA")).atPriority(10).willReturn(okJson(page(1, 1))));
        deca.stubFor(post(urlEqualTo("/contrats/extractTBA")).atPriority(10).willReturn(okJson(page(1, 1))));
        var config = new ConfigDeca(J1, delai);
        var client = new ClientDeca(
                () -> URI.create(deca.baseUrl() + "/"), SortieDeTest.vers(deca.baseUrl(), delai, horloge));
        banc = new BancDIngestion(
                BaseDIngestion.vide(), horloge, new ConnecteurDeca(config, () -> true, client, new Reessais(3)));
        revelateur = new Revelateur(banc.scellement());
    }

    WireMockServer deca() {
        return deca;
    }

    BancDIngestion banc() {
        return banc;
    }

    void lba(LocalDate jour, JsonNode... lignes) {
        dit("LBA", jour, 1, okJson(page(1, 1, lignes)));
    }

    void tba(LocalDate jour, JsonNode... lignes) {
        dit("TBA", jour, 1, okJson(page(1, 1, lignes)));
    }

    void dit(String extrait, LocalDate jour, int page, ResponseDefinitionBuilder reponse) {
        deca.stubFor(post(urlEqualTo("/contrats/extract" + extrait))
                .withRequestBody(equalToJson(demande(jour, page)))
                .withBasicAuth(extrait.toLowerCase(Locale.ROOT), "secret")
                .withHeader("Content-Type", equalTo("application/json"))
                .willReturn(reponse));
    }

    /** These answers one after the other, the last one for ever. */
    void disEnsuite(String extrait, LocalDate jour, int page, ResponseDefinitionBuilder... reponses) {
        var histoire = UUID.randomUUID().toString();
        for (var rang = 0; rang < reponses.length; rang++) {
            deca.stubFor(post(urlEqualTo("/contrats/extract" + extrait))
                    .withRequestBody(equalToJson(demande(jour, page)))
                    .inScenario(histoire)
                    .whenScenarioStateIs(rang == 0 ? Scenario.STARTED : "essai " + rang)
                    .willReturn(reponses[rang])
                    .willSetStateTo("essai " + Math.min(rang + 1, reponses.length - 1)));
        }
    }

    static String page(int page, int pages, JsonNode... lignes) {
        return Arrays.stream(lignes)
                .map(JsonNode::toString)
                .collect(Collectors.joining(
                        ",",
                        "{\"contrats\": [",
                        "], \"metadonnees\": {\"page\": %d, \"totalPages\": %d, \"totalElements\": %d}}"
                                .formatted(page, pages, lignes.length)));
    }

    /** What was asked, in its order: extract, day, page. */
    List<String> demandes() {
        return deca.getAllServeEvents().stream()
                .sorted(Comparator.comparing(evenement -> evenement.getRequest().getLoggedDate()))
                .map(evenement -> evenement.getRequest().getUrl().substring("/contrats/extract".length()) + " "
                        + evenement.getRequest().getBodyAsString())
                .toList();
    }

    /** What stands in a sealed column of the only contract. */
    Object ouvert(String colonne) {
        return revelateur.stocke(banc.pool(), Long.parseLong(banc.texte("select id from contrat")), colonne);
    }

    Object ouvert(long enregistrement, String colonne, byte[] octets) {
        return revelateur.ouvre(banc.pool(), enregistrement, colonne, octets);
    }

    Revelateur revelateur() {
        return revelateur;
    }

    @Override
    public void close() {
        banc.close();
        deca.stop();
    }

    private static String demande(LocalDate jour, int page) {
        return "{\"dateDebut\":\"%s\",\"dateFin\":\"%s\",\"page\":%d}".formatted(jour, jour, page);
    }
}
