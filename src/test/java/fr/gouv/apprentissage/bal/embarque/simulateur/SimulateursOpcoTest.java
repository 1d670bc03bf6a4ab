package fr.gouv.apprentissage.bal.embarque.simulateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateursOpcoTest {

    private static final EntreprisesDemo ENTREPRISES = new EntreprisesDemo(7);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final OptionsOpco options = new OptionsOpco(0, new Compte("bal", "secret"), 1_000);
    private final SimulateurAkto akto = new SimulateurAkto(options, ENTREPRISES, Clock.systemUTC());
    private final SimulateurOpcoEp ep = new SimulateurOpcoEp(options, ENTREPRISES, Clock.systemUTC());
    private final SimulateurFranceCompetences competences = new SimulateurFranceCompetences(options, ENTREPRISES);
    private final SimulateurCfaDock dock = new SimulateurCfaDock(options.avecDebit(OptionsOpco.CFA_DOCK), ENTREPRISES);

    @AfterEach
    void ferme() {
        akto.close();
        ep.close();
        competences.close();
        dock.close();
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=bal&client_secret=secret&scope=" + SimulateurAkto.PORTEE + ", 200",
        "grant_type=client_credentials&client_id=bal&client_secret=autre&scope=" + SimulateurAkto.PORTEE + ", 401",
        "grant_type=client_credentials&client_id=bal&client_secret=secret, 400",
        "grant_type=password&client_id=bal&client_secret=secret&scope=" + SimulateurAkto.PORTEE + ", 400",
    })
    void akto_grants_a_token_to_its_client_alone(String formulaire, int statut) throws Exception {
        var reponse = HTTP.send(
                HttpRequest.newBuilder(URI.create(akto.url() + SimulateurAkto.JETONS))
                        .POST(HttpRequest.BodyPublishers.ofString(formulaire))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(reponse.statusCode()).isEqualTo(statut);
        assertThat(reponse.body().contains("\"expires_in\":3599")).isEqualTo(statut == 200);
    }

    @Test
    void without_a_token_no_question_is_answered() throws Exception {
        assertThat(lis(akto.url() + SimulateurAkto.VALIDATION + "?email=a%40b.example&siren=130025265")
                        .statusCode())
                .isEqualTo(401);
        assertThat(lis(ep.url() + SimulateurOpcoEp.VALIDATION + "?email=a%40b.example&siret=13002526500013")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"AKTO, OK", "OPCO_MULTIPLE, MULTIPLE_OPCO", "INCONNU, NOT_FOUND"})
    void cfa_dock_has_a_status_for_every_company(String opco, String statut) throws Exception {
        assertThat(lis(dock.url() + "/api/opcos/?siret=" + une(opco).siret()).body())
                .contains("\"searchStatus\":\"" + statut + "\"");
    }

    @Test
    void france_competences_asks_for_its_key_and_has_a_code_for_what_it_does_not_know() throws Exception {
        var adresse = URI.create(
                competences.url() + "/siro/v1/public/" + une("INCONNU").siret());

        assertThat(lis(adresse.toString()).statusCode()).isEqualTo(401);
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(adresse)
                                        .header("X-Gravitee-Api-Key", "secret")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"code\":\"99\"");
    }

    @Test
    void beyond_its_rate_it_refuses_and_tells_what_it_saw() throws Exception {
        var statuts = new ArrayList<Integer>();
        for (int i = 0; i < 4; i++) {
            statuts.add(
                    lis(dock.url() + "/api/opcos/?siret=" + une("AKTO").siret()).statusCode());
        }

        assertThat(statuts).containsExactly(200, 200, 429, 429);
        assertThat(dock.plusForteCadence()).isEqualTo(4);
    }

    @Test
    void every_generated_company_has_numbers_that_hold_and_a_domain_that_cannot_exist() {
        assertThat(ENTREPRISES.toutes()).hasSizeGreaterThan(4_900).allSatisfy(une -> {
            assertThat(new Siret(une.siret()).siren())
                    .map(siren -> siren.valeur())
                    .contains(une.siren());
            assertThat(une.domaine()).endsWith(".example");
        });
    }

    private static EntrepriseDemo une(String opco) {
        return ENTREPRISES.de(opco).get(0);
    }

    private static HttpResponse<String> lis(String adresse) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(adresse)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
