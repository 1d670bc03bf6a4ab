package fr.gouv.apprentissage.bal.embarque.simulateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateurDecaTest {

    private static final LocalDate HIER = LocalDate.of(2025, 9, 20);
    private static final LocalDate PREMIER = HIER.minusDays(9);
    private static final Monde MONDE = new Monde(3, PREMIER, 10, 400);
    /** 23:00 in Paris on the day after. */
    private static final Clock LE_SOIR = Clock.fixed(Instant.parse("2025-09-21T21:00:00Z"), ZoneOffset.UTC);

    private SimulateurDeca simulateur;
    private ClientDeca client;

    @BeforeEach
    void demarre() {
        avec(OptionsSimulateur.sansLimite(LE_SOIR).avecTaillePage(15));
    }

    @AfterEach
    void arrete() {
        simulateur.close();
    }

    @Test
    void the_pages_of_a_day_hold_its_rows_in_their_order() throws Exception {
        var servies = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            var arbre = ClientDeca.arbre(client.page(Extrait.LBA, PREMIER, page));
            pages = arbre.at("/metadonnees/totalPages").intValue();
            assertThat(arbre.at("/metadonnees/page").intValue()).isEqualTo(page);
            arbre.get("contrats").forEach(servies::add);
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(servies).isEqualTo(MONDE.lignes(Extrait.LBA, PREMIER));
    }

    @Test
    void a_period_holds_the_rows_of_its_days_one_day_after_the_other() throws Exception {
        var fin = PREMIER.plusDays(2);

        var arbre = ClientDeca.arbre(client.periode(Extrait.TBA, PREMIER.toString(), fin.toString(), 1));

        int attendues = 0;
        for (var jour = PREMIER; !jour.isAfter(fin); jour = jour.plusDays(1)) {
            attendues += MONDE.lignes(Extrait.TBA, jour).size();
        }
        assertThat(arbre.at("/metadonnees/totalElements").intValue()).isEqualTo(attendues);
    }

    @Test
    void a_day_without_rows_has_no_page() throws Exception {
        var arbre = ClientDeca.arbre(client.page(Extrait.LBA, PREMIER.minusDays(1), 1));

        assertThat(arbre.at("/metadonnees/totalPages").intValue()).isZero();
        assertThat(arbre.get("contrats")).isEmpty();
    }

    @Test
    void the_account_of_one_extract_does_not_open_the_other() throws Exception {
        var corps = ClientDeca.corps(HIER.toString(), HIER.toString(), 1);

        var reponse = client.envoie(Extrait.TBA, client.compte(Extrait.LBA), corps);

        assertThat(reponse.statusCode()).isEqualTo(401);
        assertThat(reponse.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void without_an_account_nothing_opens() throws Exception {
        var requete = HttpRequest.newBuilder(URI.create(simulateur.url() + Extrait.LBA.chemin()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(client.envoie(requete).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-06, 2022-06-06, before the first day of DECA",
        "2025-09-21, 2025-09-21, today",
        "2025-09-19, 2025-09-21, until today",
        "2025-07-01, 2025-08-30, 61 days",
        "2025-09-10, 2025-09-09, end before start",
        "10/09/2025, 2025-09-10, no ISO date"
    })
    void a_period_that_deca_does_not_serve_is_refused(String debut, String fin, String cas) throws Exception {
        var reponse = client.periode(Extrait.LBA, debut, fin, 1);

        assertThat(reponse.statusCode()).as(cas).isEqualTo(400);
        assertThat(ClientDeca.arbre(reponse).path("message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"2022-06-07, 2022-06-07", "2025-09-20, 2025-09-20", "2025-07-01, 2025-08-29"})
    void a_period_at_the_limit_is_served(String debut, String fin) throws Exception {
        assertThat(client.periode(Extrait.LBA, debut, fin, 1).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"dateDebut\":",
                "{\"dateDebut\":\"2025-09-20\",\"dateFin\":\"2025-09-20\"}",
                "{\"dateDebut\":\"2025-09-20\",\"dateFin\":\"2025-09-20\",\"page\":0}"
            })
    void a_body_that_asks_for_no_page_is_refused(String corps) throws Exception {
        assertThat(client.envoie(Extrait.LBA, client.compte(Extrait.LBA), corps).statusCode())
                .isEqualTo(400);
    }

    @Test
    void another_method_another_type_and_another_path_are_refused() throws Exception {
        var uri = URI.create(simulateur.url() + Extrait.LBA.chemin());

        assertThat(client.envoie(HttpRequest.newBuilder(uri).GET()).statusCode())
                .isEqualTo(405);
        assertThat(client.envoie(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(client.envoie(
                                HttpRequest.newBuilder(uri.resolve("/contrats")).GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"16:59:59, 503", "17:00:00, 200", "04:59:59, 200", "05:00:00, 503"})
    void it_answers_from_19_to_7_in_paris_only(String heureUtc, int statut) throws Exception {
        simulateur.close();
        var heure = Clock.fixed(Instant.parse("2025-09-21T" + heureUtc + "Z"), ZoneOffset.UTC);
        avec(OptionsSimulateur.sansLimite(heure).avecOuverture(Ouverture.DECA));

        var reponse = client.page(Extrait.LBA, PREMIER, 1);

        assertThat(reponse.statusCode()).isEqualTo(statut);
        assertThat(reponse.headers().firstValue("Retry-After").isPresent()).isEqualTo(statut == 503);
    }

    @Test
    void out_of_hours_it_says_how_long_to_wait() throws Exception {
        simulateur.close();
        var uneHeureAvant = Clock.fixed(Instant.parse("2025-09-21T16:00:00Z"), ZoneOffset.UTC);
        avec(OptionsSimulateur.sansLimite(uneHeureAvant).avecOuverture(Ouverture.DECA));

        assertThat(client.page(Extrait.LBA, PREMIER, 1).headers().firstValue("Retry-After"))
                .contains("3600");
    }

    @Test
    void beyond_its_rate_it_refuses_and_a_second_later_it_answers_again() throws Exception {
        simulateur.close();
        avec(OptionsSimulateur.commeDeca(LE_SOIR));
        var reponses = new ArrayList<HttpResponse<String>>();
        for (int i = 0; i < 3; i++) {
            reponses.add(client.page(Extrait.LBA, PREMIER, 1));
        }

        assertThat(reponses).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429);
        assertThat(reponses.get(2).headers().firstValue("Retry-After")).contains("1");
        Thread.sleep(1_100);
        assertThat(client.page(Extrait.LBA, PREMIER, 1).statusCode()).isEqualTo(200);
    }

    @Test
    void it_remembers_what_it_was_asked() throws Exception {
        client.page(Extrait.LBA, PREMIER, 1);
        client.page(Extrait.LBA, PREMIER, 1);

        assertThat(simulateur.demandes())
                .containsExactly(
                        new Demande(Extrait.LBA, PREMIER, PREMIER, 1, 1),
                        new Demande(Extrait.LBA, PREMIER, PREMIER, 1, 2));
    }

    private void avec(OptionsSimulateur options) {
        simulateur = SimulateurDeca.demarre(MONDE, options);
        client = new ClientDeca(simulateur);
    }
}
