package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AvecBaseEmbarquee
class DemarrageTest {

    @Test
    void theApplicationIsHealthyOnItsOwnDatabase() {
        given().when().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void aTokenIsHandedOut() {
        String jeton = given().when()
                .get("/dev/jeton?client=lba")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();

        assertThat(jeton.split("\\.")).hasSize(3);
    }
}
