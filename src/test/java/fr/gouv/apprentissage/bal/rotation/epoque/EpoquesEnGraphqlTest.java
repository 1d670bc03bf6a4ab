package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Epochs as an administrator sees and starts them, over HTTP. */
@QuarkusTest
@AvecBaseEmbarquee
class EpoquesEnGraphqlTest {

    private static final String LISTE = "{ epoques { numero etat ouverteLe secrets detruiteLe } }";
    private static final String OUVRE = "mutation { ouvreEpoque { numero etat } }";

    private static Response envoie(String client, String document) {
        return RestAssured.given()
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .header("Authorization", JetonsDeTest.enTete(client))
                .body(Map.of("query", document))
                .post("/graphql");
    }

    @Test
    void anAdministratorOpensOneAndSeesIt() {
        // When
        var premier = envoie("administration", OUVRE);
        var second = envoie("administration", OUVRE);
        var liste = envoie("administration", LISTE);

        // Then
        assertThat(premier.jsonPath().getString("data.ouvreEpoque.etat")).isEqualTo("ANNONCEE");
        assertThat(premier.jsonPath().getInt("data.ouvreEpoque.numero")).isEqualTo(2);
        assertThat(second.jsonPath().getInt("data.ouvreEpoque.numero")).isEqualTo(2);
        assertThat(liste.jsonPath().getList("data.epoques.numero")).isEqualTo(List.of(2, 1));
        assertThat(liste.jsonPath().getList("data.epoques.etat")).isEqualTo(List.of("ANNONCEE", "COURANTE"));
    }

    @Test
    void aClientMayNeitherSeeNorOpenOne() {
        for (var document : List.of(LISTE, OUVRE)) {
            assertThat(envoie("lba", document).jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("ROLE_REQUIS");
        }
    }

    @Test
    void whereEpochsStandIsMeasuredAndSaid() {
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("bal_epoque_numero", "bal_epoque_age", "bal_epoque_restants", "bal_epoque_empechees 0.0");
        assertThat(RestAssured.get("/q/health/ready").jsonPath().getList("checks.name"))
                .contains("epoques");
    }
}
