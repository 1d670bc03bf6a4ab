package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AvecBaseEmbarquee
class DemarrageTest {

    @Test
    void theApplicationIsHealthyOnItsOwnDatabase() {
        given().when().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsAreServed() {
        given().when().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void theConsoleSaysHowToAskAsEachDemoClient() {
        var texte = Banniere.texte(8080, new Jetons(JetonsDeTest.cle().privee(), Clock.systemUTC()));

        assertThat(texte)
                .contains("NON DESTINÉ À LA PRODUCTION", "http://127.0.0.1:8080/q/graphql-ui", "curl ", "/graphql");
        assertThat(Jetons.CLIENTS_DE_DEMONSTRATION)
                .containsExactly("lba", "tdb", "sans-droit", "administration", "delegue")
                .allSatisfy(client -> assertThat(texte).containsPattern("(?m)^  " + client + " : ey\\S+$"));
    }
}
