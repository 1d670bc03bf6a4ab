package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ContactsStockes;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import fr.gouv.apprentissage.bal.ingestion.PannesDocumentees;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole run of a file of contacts under a fault that stays, as the operator sees it; then the run after it, against one that met none. */
class FichiersEnPanneTest {

    static final ContactsDemo DEMO = new ContactsDemo(new EntreprisesDemo(7));
    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), ZoneOffset.UTC);
    private static final Duration DELAI = Duration.ofSeconds(2);

    private final WireMockServer adresse = new WireMockServer(options().dynamicPort());

    @TempDir
    private Path dossier;

    private record Config(Optional<Path> dossier, Optional<URI> url) implements FichiersConfig {

        @Override
        public boolean actif() {
            return true;
        }

        @Override
        public String planification() {
            return "0 0 5 * * ?";
        }

        @Override
        public String ouverture() {
            return "00:00-24:00";
        }

        @Override
        public Duration confiance() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration delai() {
            return DELAI;
        }
    }

    @AfterEach
    void ferme() {
        adresse.stop();
    }

    static Stream<Arguments> pannes() {
        var bon = DEMO.constructys();
        return Stream.of(
                Arguments.of(aResponse().withStatus(500), "la source répond 500"),
                Arguments.of(aResponse().withStatus(503).withHeader("Retry-After", "0"), "la source répond 503"),
                Arguments.of(aResponse().withStatus(429), "la source répond 429"),
                Arguments.of(aResponse().withStatus(429).withHeader("Retry-After", "0"), "la source répond 429"),
                Arguments.of(aResponse().withStatus(401), "la source refuse le compte (401)"),
                Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), "la source ne répond pas (IOException)"),
                Arguments.of(
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "la source ne répond pas (IOException)"),
                Arguments.of(
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), "la source ne répond pas (IOException)"),
                Arguments.of(
                        aResponse().withBody(bon).withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                        "la source ne répond pas (IOException)"),
                Arguments.of(
                        aResponse().withBody(bon).withChunkedDribbleDelay(20, 60_000),
                        "la source ne répond pas (HttpTimeoutException)"),
                Arguments.of(aResponse().withFixedDelay(4_000), "la source ne répond pas (HttpTimeoutException)"),
                Arguments.of(
                        aResponse()
                                .withHeader("Content-Type", "text/html")
                                .withBody("<!doctype html><title>Maintenance</title>"),
                        "le fichier n'a pas les colonnes attendues"),
                Arguments.of(
                        aResponse().withBody(new byte[] {0, 1, 2, (byte) 0xff}),
                        "le fichier n'a pas les colonnes attendues"),
                Arguments.of(aResponse().withBody(""), "le fichier n'a pas les colonnes attendues"));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_fault_that_stays_is_told_and_the_next_run_ends_as_if_there_had_been_none(
            ResponseDefinitionBuilder panne, String message) {
        adresse.start();
        var attendus = lusSansPanne(Format.CONSTRUCTYS, DEMO.constructys());
        adresse.stubFor(get(anyUrl()).willReturn(panne));
        try (var banc = deLAdresse(Format.CONSTRUCTYS);
                var journal = JournalEntendu.ordinaire()) {
            banc.poursuis();
            echoueSur(message, "contacts-constructys", banc, journal);

            sers(DEMO.constructys());
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(ContactsStockes.de(banc)).isEqualTo(attendus);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_page_for_people_in_the_place_of_any_file_leaves_nothing(Format format) {
        adresse.start();
        sers("<!doctype html><title>Maintenance</title>".getBytes(StandardCharsets.UTF_8));
        try (var banc = deLAdresse(format)) {
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
            assertThat(PannesDocumentees.chapitre())
                    .contains("« " + banc.derniere().erreur() + " »");
            assertThat(ContactsStockes.de(banc)).isEmpty();
        }
    }

    @Test
    void an_address_where_nobody_is_is_told() {
        adresse.start();
        var config = new Config(Optional.empty(), Optional.of(URI.create(adresse.baseUrl() + "/contacts")));
        adresse.stop();
        try (var banc = banc(Format.CONSTRUCTYS, config);
                var journal = JournalEntendu.ordinaire()) {
            banc.poursuis();

            echoueSur("la source ne répond pas (ConnectException)", "contacts-constructys", banc, journal);
        }
    }

    @Test
    void a_folder_that_went_and_came_back_is_read() throws IOException {
        var attendu = dossier.resolve("contacts");
        try (var banc = banc(Format.CONSTRUCTYS, new Config(Optional.of(attendu), Optional.empty()));
                var journal = JournalEntendu.ordinaire()) {
            banc.poursuis();
            echoueSur("le dossier configuré n'existe pas", "contacts-constructys", banc, journal);

            Files.createDirectory(attendu);
            Files.write(attendu.resolve("a.csv"), DEMO.constructys());
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(ContactsStockes.de(banc)).isNotEmpty();
        }
    }

    private void echoueSur(String message, String nom, BancDIngestion banc, JournalEntendu journal) {
        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo(message);
        assertThat(banc.mesures()
                        .get("bal.ingestion.executions")
                        .tag("connecteur", nom)
                        .tag("etat", "ECHOUEE")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(journal.texte())
                .contains(nom + " : exécution " + banc.derniere().id() + " échouée, " + message);
        assertThat(PannesDocumentees.chapitre()).contains("« " + message.replaceFirst(" \\(.*", ""));
    }

    private List<String> lusSansPanne(Format format, byte[] octets) {
        sers(octets);
        try (var banc = deLAdresse(format)) {
            banc.poursuis();
            assertThat(ContactsStockes.de(banc)).hasSizeGreaterThan(10);
            return ContactsStockes.de(banc);
        }
    }

    private void sers(byte[] octets) {
        adresse.stubFor(get(anyUrl()).willReturn(aResponse().withBody(octets)));
    }

    private BancDIngestion deLAdresse(Format format) {
        return deLAdresse(format, adresse.baseUrl() + "/contacts");
    }

    /** Reads what stands there. */
    static BancDIngestion deLAdresse(Format format, String ou) {
        return banc(format, new Config(Optional.empty(), Optional.of(URI.create(ou))));
    }

    /** Reads what stands in that folder, into that database. */
    static BancDIngestion duDossier(Pool pool, Format format, Path dossier) {
        return banc(pool, format, new Config(Optional.of(dossier), Optional.empty()));
    }

    private static BancDIngestion banc(Format format, Config config) {
        return banc(BaseDIngestion.vide(), format, config);
    }

    private static BancDIngestion banc(Pool pool, Format format, Config config) {
        var connecteur = new ConnecteurDeFichiers(
                format,
                config,
                SortieDeTest.vers(config.url().map(URI::toString).orElse("http://127.0.0.1"), DELAI, HORLOGE),
                action -> action.getAsInt(),
                64 << 20,
                new SansDepot(),
                HORLOGE);
        return BancDIngestion.deContacts(pool, HORLOGE, connecteur);
    }
}
