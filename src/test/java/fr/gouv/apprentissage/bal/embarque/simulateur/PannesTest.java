package fr.gouv.apprentissage.bal.embarque.simulateur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PannesTest {

    private static final LocalDate JOUR = LocalDate.of(2025, 9, 11);
    private static final int TAILLE = 15;

    private final SimulateurDeca simulateur = SimulateurDeca.demarre(
            new Monde(3, JOUR, 3, 120),
            OptionsSimulateur.sansLimite(Clock.systemUTC()).avecTaillePage(TAILLE));
    private final ClientDeca client = new ClientDeca(simulateur);

    @AfterEach
    void arrete() {
        simulateur.close();
    }

    @Test
    void a_fault_strikes_the_page_and_the_try_it_is_meant_for_and_no_other() throws Exception {
        simulateur.pannes().programme(Extrait.LBA, JOUR, 2, 1, new Panne.Erreur500());

        assertThat(client.page(Extrait.LBA, JOUR, 1).statusCode()).isEqualTo(200);
        assertThat(client.page(Extrait.TBA, JOUR, 2).statusCode()).isEqualTo(200);
        assertThat(client.page(Extrait.LBA, JOUR, 2).statusCode()).isEqualTo(500);
        assertThat(client.page(Extrait.LBA, JOUR, 2).statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_ends_when_it_is_taken_back() throws Exception {
        simulateur.pannes().programme(d -> true, new Panne.Indisponible());

        assertThat(client.page(Extrait.LBA, JOUR, 1).statusCode()).isEqualTo(503);
        simulateur.pannes().efface();
        assertThat(client.page(Extrait.LBA, JOUR, 1).statusCode()).isEqualTo(200);
    }

    @Test
    void too_many_requests_says_how_long_to_wait() throws Exception {
        var reponse = page(new Panne.TropDeDemandes(7));

        assertThat(reponse.statusCode()).isEqualTo(429);
        assertThat(reponse.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void a_turned_secret_is_refused() throws Exception {
        assertThat(page(new Panne.CompteRefuse()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_cut_answer_ends_within_its_body() {
        assertThatThrownBy(() -> page(new Panne.Coupure(50))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> page(new Panne.Coupure(0))).isInstanceOf(IOException.class);
    }

    @Test
    void an_unreadable_body_calls_itself_json_and_is_none() throws Exception {
        var reponse = page(new Panne.CorpsIllisible());

        assertThat(reponse.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThatThrownBy(() -> ClientDeca.arbre(reponse)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_page_for_people_comes_with_200() throws Exception {
        var reponse = page(new Panne.PageHtml());

        assertThat(reponse.statusCode()).isEqualTo(200);
        assertThat(reponse.body()).startsWith("<!doctype html>");
    }

    @Test
    void a_wrong_type_has_the_right_body() throws Exception {
        var reponse = page(new Panne.MauvaisType());

        assertThat(reponse.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(ClientDeca.arbre(reponse).get("contrats")).hasSize(TAILLE);
    }

    @Test
    void a_slow_answer_comes_late_and_whole() throws Exception {
        long debut = System.nanoTime();

        var reponse = page(new Panne.Lenteur(Duration.ofMillis(400)));

        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(ClientDeca.arbre(reponse).get("contrats")).hasSize(TAILLE);
    }

    @Test
    void the_number_of_pages_changes_while_a_day_is_read() throws Exception {
        var avant = ClientDeca.arbre(client.page(Extrait.LBA, JOUR, 2));

        var pendant = ClientDeca.arbre(page(new Panne.AutrePagination(10)));

        assertThat(pendant.at("/metadonnees/totalPages").intValue())
                .isGreaterThan(avant.at("/metadonnees/totalPages").intValue());
        assertThat(pendant.get("contrats")).hasSize(10);
    }

    @Test
    void the_list_may_miss_and_the_day_may_be_empty() throws Exception {
        assertThat(ClientDeca.arbre(page(new Panne.SansContrats())).has("contrats"))
                .isFalse();
        simulateur.pannes().efface();
        assertThat(ClientDeca.arbre(page(new Panne.JourneeVide())).get("contrats"))
                .isEmpty();
    }

    @Test
    void a_row_that_goes_moves_the_others_ahead() throws Exception {
        var avant = ClientDeca.arbre(client.page(Extrait.LBA, JOUR, 1));

        var pendant = ClientDeca.arbre(page(new Panne.LigneRetiree()));

        assertThat(pendant.at("/contrats/0")).isEqualTo(avant.at("/contrats/1"));
        assertThat(pendant.at("/metadonnees/totalElements").intValue())
                .isEqualTo(avant.at("/metadonnees/totalElements").intValue() - 1);
    }

    @Test
    void a_page_may_lack_a_row_that_it_announces() throws Exception {
        var avant = ClientDeca.arbre(client.page(Extrait.LBA, JOUR, 1));

        var courte = ClientDeca.arbre(page(new Panne.PageCourte()));

        assertThat(courte.get("metadonnees")).isEqualTo(avant.get("metadonnees"));
        assertThat(courte.get("contrats")).hasSize(avant.get("contrats").size() - 1);
    }

    private HttpResponse<String> page(Panne panne) throws IOException, InterruptedException {
        simulateur.pannes().programme(d -> true, panne);
        return client.page(Extrait.LBA, JOUR, 1);
    }
}
