package fr.gouv.apprentissage.bal.embarque.simulateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol of domain.md §4, asked without anything of the connector. */
class SimulateurFranceTravailTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MAINTENANT = Instant.parse("2026-03-15T10:00:00Z");

    private final HorlogeReglable horloge = new HorlogeReglable(MAINTENANT);
    private final List<OffreGeneree> offres = new ArrayList<>();
    private final SimulateurFranceTravail simulateur =
            SimulateurFranceTravail.demarre(maintenant -> offres, OptionsFranceTravail.sansLimite(horloge));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void ferme() {
        simulateur.close();
    }

    @Test
    void a_token_is_given_for_the_right_account_and_lives_1499_seconds() throws Exception {
        var reponse = jeton(simulateur.connexion() + "?realm=%2Fpartenaire", compte());

        assertThat(reponse.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(reponse.body()).path("expires_in").asInt()).isEqualTo(1499);
    }

    @Test
    void a_wrong_account_and_another_realm_get_none() throws Exception {
        var url = simulateur.connexion() + "?realm=%2Fpartenaire";

        assertThat(jeton(url, new Compte("PAR_bal", "faux")).statusCode()).isEqualTo(401);
        assertThat(jeton(simulateur.connexion(), compte()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_search_needs_a_token_that_has_not_ended() throws Exception {
        var jeton = jeton();
        ajoute(1);

        assertThat(cherche("", "departement=35").statusCode()).isEqualTo(401);
        assertThat(cherche(jeton, "departement=35").statusCode()).isEqualTo(200);
        horloge.avance(Duration.ofSeconds(1499));
        assertThat(cherche(jeton, "departement=35").statusCode()).isEqualTo(401);
    }

    @Test
    void a_part_of_the_answer_says_how_much_there_is() throws Exception {
        ajoute(353);

        var reponse = cherche(jeton(), "departement=35&range=150-299&sort=1");

        assertThat(reponse.statusCode()).isEqualTo(206);
        assertThat(reponse.headers().firstValue("Content-Range")).contains("offres 150-299/353");
        assertThat(JSON.readTree(reponse.body()).path("resultats")).hasSize(150);
    }

    @Test
    void the_newest_come_first() throws Exception {
        ajoute(3);

        var corps = JSON.readTree(cherche(jeton(), "sort=1").body());

        assertThat(corps.findValuesAsText("id")).containsExactly("R0", "R1", "R2");
    }

    @Test
    void nothing_is_204() throws Exception {
        assertThat(cherche(jeton(), "departement=35").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range=3001-3150|La position de début doit être inférieure ou égale à 3000.",
                "range=0-150|La plage de résultats demandée est trop importante.",
                "range=x|Format du paramètre « range » incorrect. <entier>-<entier> attendu.",
                "departement=99|Valeur du paramètre « departement » incorrecte.",
                "natureContrat=XX|Valeur du paramètre « natureContrat » incorrecte.",
                "grandDomaine=Z|Valeur du paramètre « grandDomaine » incorrecte.",
                "minCreationDate=hier|Valeur du paramètre « minCreationDate » incorrecte."
            })
    void what_it_does_not_take_it_names(String requete, String message) throws Exception {
        var reponse = cherche(jeton(), requete);

        assertThat(reponse.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(reponse.body()).path("message").asText()).isEqualTo(message);
    }

    @Test
    void the_last_position_is_the_wall() throws Exception {
        ajoute(4000);

        assertThat(cherche(jeton(), "range=3000-3149").headers().firstValue("Content-Range"))
                .contains("offres 3000-3149/4000");
    }

    @Test
    void criteria_hold_together() throws Exception {
        ajoute(10);
        offres.add(offre("FS1", "35", "FS", "A1203", MAINTENANT.minusSeconds(90)));

        var requete = "departement=35&natureContrat=E2,FS&grandDomaine=A&minCreationDate=2026-03-15T09:00:00Z"
                + "&maxCreationDate=2026-03-15T10:00:00Z";

        assertThat(JSON.readTree(cherche(jeton(), requete).body()).findValuesAsText("id"))
                .containsExactly("FS1");
    }

    @Test
    void more_than_ten_in_a_second_are_refused_and_counted() throws Exception {
        try (var limite = SimulateurFranceTravail.demarre(
                maintenant -> offres, OptionsFranceTravail.commeFranceTravail(horloge))) {
            var statuts = new ArrayList<Integer>();
            for (var fois = 0; fois < 14; fois++) {
                var reponse = http.send(
                        HttpRequest.newBuilder(URI.create(limite.url() + "/v2/offres/search"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                statuts.add(reponse.statusCode());
            }

            assertThat(statuts).contains(429);
            assertThat(limite.plusForteCadence()).isGreaterThan(10);
        }
    }

    private void ajoute(int combien) {
        IntStream.range(0, combien)
                .mapToObj(rang -> offre("R" + rang, "35", "E2", "K1302", MAINTENANT.minusSeconds(60L * rang)))
                .forEach(offres::add);
    }

    private static OffreGeneree offre(String id, String departement, String nature, String rome, Instant creation) {
        return new OffreGeneree(
                id,
                departement,
                nature,
                creation,
                creation,
                rome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Compte compte() {
        return simulateur.options().compte();
    }

    private String jeton() throws IOException, InterruptedException {
        var reponse = jeton(simulateur.connexion() + "?realm=%2Fpartenaire", compte());
        return JSON.readTree(reponse.body()).path("access_token").asText();
    }

    private HttpResponse<String> jeton(String url, Compte compte) throws IOException, InterruptedException {
        var corps = "grant_type=client_credentials&client_id=" + compte.utilisateur() + "&client_secret="
                + compte.secret() + "&scope=application_" + compte.utilisateur() + "+api_offresdemploiv2+o2dsoffre";
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(corps, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> cherche(String jeton, String requete) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(simulateur.url() + "/v2/offres/search?" + requete))
                        .header("Authorization", "Bearer " + jeton)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
