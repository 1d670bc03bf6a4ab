package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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

    @Any
    @Inject
    Instance<ConnecteurDeFaits> connecteurs;

    @Test
    void theRouteOfTokensDoesNotExist() {
        given().when().get("/dev/jeton?client=lba").then().statusCode(404);
        given().when().get("/dev/jeton").then().statusCode(404);
        given().when().get("/q/health").then().statusCode(200);
    }

    @Test
    void aSourceThatIsNotConfiguredIsNotAsked() {
        assertThat(connecteurs)
                .filteredOn(connecteur -> connecteur.nom().equals("francetravail"))
                .singleElement()
                .satisfies(connecteur -> assertThat(connecteur.actif()).isFalse());
    }
}
