package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application on a database that is configured, as in production: the embedded parts are not there. */
@QuarkusTest
@TestProfile(InertieTest.SansPartieEmbarquee.class)
class InertieTest {

    public static final class SansPartieEmbarquee implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(EmbeddedPostgresResource.class, Map.of("bal.embarque.actif", "false")));
        }
    }

    @Test
    void theRouteOfTokensDoesNotExist() {
        given().when().get("/dev/jeton?client=lba").then().statusCode(404);
        given().when().get("/dev/jeton").then().statusCode(404);
        given().when().get("/q/health").then().statusCode(200);
    }
}
