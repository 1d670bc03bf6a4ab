package fr.gouv.apprentissage.bal.connecteur.deca;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J2;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.page;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.gouv.apprentissage.bal.ingestion.Signalement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocol, and all that goes wrong with it. */
class LectureDecaTest {

    private final DecaDeTest deca = new DecaDeTest();

    @AfterEach
    void ferme() {
        deca.close();
    }

    @Test
    void days_are_asked_for_one_by_one_in_their_order_up_to_yesterday() {
        deca.dit("LBA", J2, 1, okJson(page(1, 2, ligne())));
        deca.dit("LBA", J2, 2, okJson(page(2, 2, contrat("222222222222"))));

        deca.banc().poursuis();

        assertThat(deca.demandes())
                .containsExactly(
                        "LBA {\"dateDebut\":\"2025-01-07\",\"dateFin\":\"2025-01-07\",\"page\":1}",
                        "TBA {\"dateDebut\":\"2025-01-07\",\"dateFin\":\"2025-01-07\",\"page\":1}",
                        "LBA {\"dateDebut\":\"2025-01-08\",\"dateFin\":\"2025-01-08\",\"page\":1}",
                        "LBA {\"dateDebut\":\"2025-01-08\",\"dateFin\":\"2025-01-08\",\"page\":2}",
                        "TBA {\"dateDebut\":\"2025-01-08\",\"dateFin\":\"2025-01-08\",\"page\":1}",
                        "LBA {\"dateDebut\":\"2025-01-09\",\"dateFin\":\"2025-01-09\",\"page\":1}",
                        "TBA {\"dateDebut\":\"2025-01-09\",\"dateFin\":\"2025-01-09\",\"page\":1}");
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("2");
    }

    @Test
    void a_second_run_has_nothing_to_ask() {
        deca.banc().poursuis();
        deca.deca().resetRequests();

        deca.banc().poursuis();

        assertThat(deca.demandes()).isEmpty();
    }

    static Stream<ResponseDefinitionBuilder> fautes() {
        var bonne = page(1, 1, ligne(), contrat("222222222222"));
        return Stream.of(
                serverError(),
                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                aResponse().withStatus(503).withHeader("Retry-After", "Fri, 10 Jan 2025 02:00:00 GMT"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                ok(bonne.substring(0, bonne.length() - 90)),
                ok(bonne.replace("\"contrats\"", "\"contrat\"")),
                ok(page(2, 2, ligne())),
                ok(""),
                ok("<html>Maintenance</html>"));
    }

    @ParameterizedTest
    @MethodSource("fautes")
    void a_page_that_fails_is_asked_for_again_and_leaves_nothing_of_itself(ResponseDefinitionBuilder faute) {
        deca.disEnsuite("LBA", J1, 1, faute, faute, okJson(page(1, 1, ligne(), contrat("333333333333"))));

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().lus()).isEqualTo(2);
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("2");
    }

    @Test
    void a_page_that_stalls_is_given_up_and_asked_for_again() {
        try (var lente = DecaDeTest.impatient(Duration.ofSeconds(3))) {
            var goutteAGoutte = okJson(page(1, 1, ligne())).withChunkedDribbleDelay(10, 60_000);
            lente.disEnsuite("LBA", J1, 1, goutteAGoutte, okJson(page(1, 1, ligne())));

            lente.banc().poursuis();

            assertThat(lente.banc().derniere().etat()).hasToString("TERMINEE");
            assertThat(lente.banc().derniere().lus()).isEqualTo(1);
        }
    }

    @Test
    void rows_that_the_source_announces_and_does_not_give_are_told() {
        deca.dit("LBA", J1, 1, okJson(annonce(page(1, 2, ligne()), 5)));
        deca.dit("LBA", J1, 2, okJson(annonce(page(2, 2, contrat("222222222222")), 5)));

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().signalements()).contains(new Signalement("HORS_D_ATTEINTE", 3));
        assertThat(deca.banc().derniere().lus()).isEqualTo(2);
    }

    @Test
    void a_source_that_announces_fewer_rows_than_it_gives_says_nothing_of_them() {
        deca.dit("LBA", J1, 1, okJson(annonce(page(1, 1, ligne(), contrat("222222222222")), 1)));

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().signalements())
                .extracting(Signalement::motif)
                .doesNotContain("HORS_D_ATTEINTE");
    }

    private static String annonce(String page, int lignes) {
        return page.replaceFirst("\"totalElements\": [0-9]+", "\"totalElements\": " + lignes);
    }

    @Test
    void when_the_number_of_pages_changes_the_period_is_read_again_from_its_first_page() {
        deca.disEnsuite(
                "LBA", J1, 1, okJson(page(1, 2, contrat("111111111111"))), okJson(page(1, 3, contrat("444444444444"))));
        deca.dit("LBA", J1, 2, okJson(page(2, 3, contrat("222222222222"))));
        deca.dit("LBA", J1, 3, okJson(page(3, 3, contrat("333333333333"))));

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().lus()).isEqualTo(3);
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("3");
    }

    @Test
    void a_source_that_stays_away_fails_the_run_which_then_goes_on_from_the_cursor() {
        deca.lba(J1, ligne());
        deca.dit("LBA", J2, 1, serverError());
        deca.banc().poursuis();
        assertThat(deca.banc().derniere().etat()).hasToString("ECHOUEE");
        assertThat(deca.banc().derniere().erreur()).isEqualTo("la source répond 500");
        deca.lba(J2, contrat("222222222222"));

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().du()).isEqualTo("2025-01-08");
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("2");
    }

    @Test
    void a_refused_account_fails_the_run_at_once() {
        deca.dit("LBA", J1, 1, unauthorized());

        deca.banc().poursuis();

        assertThat(deca.demandes()).hasSize(1);
        assertThat(deca.banc().derniere().erreur()).isEqualTo("la source refuse le compte (401)");
    }

    @Test
    void a_run_whose_process_died_goes_on_in_another_after_the_last_whole_page() {
        deca.dit("LBA", J1, 1, okJson(page(1, 2, contrat("111111111111"))));
        deca.dit("LBA", J1, 2, serverError());
        deca.banc().poursuis();
        // What a kill leaves: the run under way, the lease not given back.
        deca.banc()
                .pool()
                .query("update execution set etat = 'EN_COURS', termine_le = null")
                .executeAndAwait();
        deca.dit("LBA", J1, 2, okJson(page(2, 2, contrat("222222222222"))));
        deca.deca().resetRequests();

        deca.banc().renais();
        deca.banc().tour();

        assertThat(deca.demandes().get(0)).contains("\"2025-01-07\",\"page\":2");
        assertThat(deca.banc().texte("select count(*) from execution")).isEqualTo("1");
        assertThat(deca.banc().derniere().lus()).isEqualTo(2);
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("2");
    }

    @Test
    void what_another_run_left_in_staging_is_not_used() {
        deca.dit("LBA", J1, 1, okJson(page(1, 2, contrat("111111111111"))));
        deca.dit("LBA", J1, 2, serverError());
        deca.banc().poursuis();
        deca.lba(J1, contrat("222222222222"));

        deca.banc().poursuis();

        assertThat(deca.banc().texte("select count(*) from contrat"))
                .as(deca.banc().derniere().toString())
                .isEqualTo("1");
        assertThat(deca.banc().texte("select count(*) from ingestion_ligne")).isEqualTo("0");
    }

    @Test
    void nobody_runs_while_another_process_holds_the_lease() {
        deca.banc()
                .pool()
                .query("insert into bail values ('deca', 'un autre', 1, now(), now() + interval '1 hour')")
                .executeAndAwait();

        deca.banc().poursuis();

        assertThat(deca.demandes()).isEmpty();
        assertThat(deca.banc().derniere().etat()).hasToString("EN_ATTENTE");
    }

    @Test
    void a_lease_that_ran_out_is_taken_over() {
        deca.banc()
                .pool()
                .query("insert into bail values ('deca', 'un mort', 7, now(), now() - interval '1 second')")
                .executeAndAwait();

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().texte("select jeton from bail")).isEqualTo("8");
    }

    @Test
    void outside_of_its_hours_the_source_is_not_asked_and_the_run_waits() {
        try (var ferme = new DecaDeTest(Clock.fixed(Instant.parse("2025-01-10T11:00:00Z"), ZoneOffset.UTC))) {
            ferme.banc().poursuis();

            assertThat(ferme.demandes()).isEmpty();
            assertThat(ferme.banc().derniere().etat()).hasToString("EN_ATTENTE");
        }
    }

    @Test
    void a_page_of_many_rows_is_staged_in_lots() {
        var lignes = Stream.iterate(0, rang -> rang + 1)
                .limit(1_200)
                .map(rang -> contrat("%012d".formatted(rang)))
                .toArray(ObjectNode[]::new);
        deca.tba(J1, lignes);

        deca.banc().poursuis();

        assertThat(deca.banc().derniere().crees()).isEqualTo(1_200);
        assertThat(deca.banc().texte("select count(distinct personne) from identite"))
                .isEqualTo("1");
    }

    private static ObjectNode contrat(String numero) {
        return ligne(une -> pose(une, "/detailsContrat/noContrat", numero));
    }
}
