package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnecteurDeFichiersTest {

    private static final ContactsDemo DEMO = new ContactsDemo(new EntreprisesDemo(7));
    private static final Instant MAINTENANT = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant HIER = MAINTENANT.minus(Duration.ofDays(1));
    private static final Clock HORLOGE = Clock.fixed(MAINTENANT, ZoneOffset.UTC);

    @TempDir
    private Path dossier;

    private final WireMockServer adresse = new WireMockServer(options().dynamicPort());

    private record Config(Optional<Path> dossier, Optional<URI> url, boolean actif) implements FichiersConfig {

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
            return Duration.ofSeconds(5);
        }
    }

    @AfterEach
    void ferme() {
        adresse.stop();
    }

    @Test
    void each_file_of_the_folder_is_a_part_in_the_order_of_their_names() throws IOException {
        depose("b.csv", DEMO.constructys());
        depose("a.CSV", DEMO.constructys());
        depose("notes.txt", new byte[3]);
        depose(".cache.csv", new byte[3]);
        Files.createDirectory(dossier.resolve("vieux.csv"));

        assertThat(duDossier(Format.CONSTRUCTYS).parts())
                .hasSize(2)
                .satisfies(parts -> assertThat(parts.get(0)).startsWith("a.CSV "))
                .satisfies(parts -> assertThat(parts.get(1)).startsWith("b.csv "));
    }

    @Test
    void a_part_keeps_its_name_until_the_file_changes() throws IOException {
        var connecteur = duDossier(Format.CONSTRUCTYS);
        depose("a.csv", DEMO.constructys());
        var avant = connecteur.parts();
        assertThat(connecteur.parts()).isEqualTo(avant);

        depose("a.csv", "Siret;Mails\n".getBytes());
        assertThat(connecteur.parts()).isNotEqualTo(avant);
        assertThatThrownBy(() -> lis(connecteur, avant.get(0))).isInstanceOf(SourceRefusee.class);
    }

    @Test
    void what_a_file_says_was_said_when_it_was_written() throws IOException {
        depose("a.csv", DEMO.constructys());

        assertThat(faits(duDossier(Format.CONSTRUCTYS))).isNotEmpty().allSatisfy(fait -> {
            assertThat(fait.vuLe()).isEqualTo(HIER);
            assertThat(fait.expireLe()).isEqualTo(LocalDate.of(2026, 4, 8));
        });
    }

    @Test
    void a_file_of_tomorrow_is_of_now() throws IOException {
        depose("a.csv", DEMO.constructys());
        Files.setLastModifiedTime(dossier.resolve("a.csv"), FileTime.from(MAINTENANT.plus(Duration.ofDays(400))));

        assertThat(faits(duDossier(Format.CONSTRUCTYS)))
                .allSatisfy(fait -> assertThat(fait.vuLe()).isEqualTo(MAINTENANT));
    }

    @Test
    void every_format_of_the_demo_is_read_whole() throws IOException {
        depose("c.csv", DEMO.constructys());
        assertThat(lus(Format.CONSTRUCTYS))
                .isEqualTo(2 * new EntreprisesDemo(7).de("CONSTRUCTYS").size());
        Files.delete(dossier.resolve("c.csv"));

        depose("o.csv", DEMO.ocapiat());
        var ocapiat = new EntreprisesDemo(7).de("OCAPIAT").size();
        assertThat(lus(Format.OCAPIAT)).isEqualTo(ocapiat - ocapiat / 10);
        Files.delete(dossier.resolve("o.csv"));

        depose("d.csv", DEMO.deca());
        assertThat(lus(Format.DECA)).isEqualTo(800);

        depose("a.xlsx", DEMO.akto());
        assertThat(lus(Format.AKTO)).isEqualTo(new EntreprisesDemo(7).de("AKTO").size());
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        var connecteur = new ConnecteurDeFichiers(
                Format.DECA,
                new Config(Optional.of(dossier.resolve("ailleurs")), Optional.empty(), true),
                SortieDeTest.vers("http://127.0.0.1", Duration.ofSeconds(1), HORLOGE),
                action -> action.getAsInt(),
                1 << 20,
                new SansDepot(),
                HORLOGE);

        assertThatThrownBy(connecteur::parts)
                .isInstanceOf(SourceRefusee.class)
                .hasMessageContaining("dossier")
                .hasMessageNotContaining(dossier.toString());
    }

    @Test
    void what_stands_at_an_address_is_a_part_of_its_day() {
        adresse.start();
        adresse.stubFor(get(anyUrl()).willReturn(aResponse().withBody(DEMO.akto())));
        var connecteur = deLAdresse(Format.AKTO);

        assertThat(connecteur.parts()).containsExactly("adresse 2026-03-10");
        assertThat(faits(connecteur))
                .hasSize(new EntreprisesDemo(7).de("AKTO").size())
                .allSatisfy(fait -> assertThat(fait.vuLe()).isEqualTo(MAINTENANT));
    }

    @Test
    void an_address_that_fails_may_be_asked_again() {
        adresse.start();
        var connecteur = deLAdresse(Format.CONSTRUCTYS);

        adresse.stubFor(get(anyUrl()).willReturn(serverError()));
        assertThatThrownBy(() -> faits(connecteur)).isInstanceOf(SourceIndisponible.class);
        adresse.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> faits(connecteur)).isInstanceOf(SourceIndisponible.class);
    }

    @Test
    void without_a_folder_nor_an_address_it_waits_for_what_is_handed_in() {
        assertThat(connecteur(Format.AKTO, new Config(Optional.of(dossier), Optional.empty(), false))
                        .actif())
                .isFalse();
        var sans = connecteur(Format.AKTO, new Config(Optional.empty(), Optional.empty(), true));
        assertThat(sans.actif()).isTrue();
        assertThat(sans.parts()).isEmpty();
    }

    private long lus(Format format) {
        return faits(duDossier(format)).size();
    }

    private ConnecteurDeFichiers duDossier(Format format) {
        return connecteur(format, new Config(Optional.of(dossier), Optional.empty(), true));
    }

    private ConnecteurDeFichiers deLAdresse(Format format) {
        return connecteur(
                format, new Config(Optional.empty(), Optional.of(URI.create(adresse.baseUrl() + "/contacts")), true));
    }

    private static ConnecteurDeFichiers connecteur(Format format, Config config) {
        return new ConnecteurDeFichiers(
                format,
                config,
                SortieDeTest.vers(
                        config.url().map(URI::toString).orElse("http://127.0.0.1"), Duration.ofSeconds(5), HORLOGE),
                action -> action.getAsInt(),
                64 << 20,
                new SansDepot(),
                HORLOGE);
    }

    private static List<FaitDeContact> faits(ConnecteurDeFichiers connecteur) {
        return connecteur.parts().stream()
                .flatMap(part -> lis(connecteur, part).stream())
                .flatMap(ligne -> ligne.faits().stream())
                .toList();
    }

    private static List<LigneDeFait> lis(ConnecteurDeFichiers connecteur, String part) {
        var lignes = new ArrayList<LigneDeFait>();
        var lue = connecteur.lis(part, lignes::add);
        assertThat(lue.lus()).isEqualTo(lignes.size());
        assertThat(lue.horsDAtteinte()).isZero();
        return lignes;
    }

    private void depose(String nom, byte[] octets) throws IOException {
        Files.write(dossier.resolve(nom), octets);
        Files.setLastModifiedTime(dossier.resolve(nom), FileTime.from(HIER));
    }
}
