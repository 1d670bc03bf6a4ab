package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application in a pod: it logs in to a real Vault by its service account, for its keys and for its secrets. */
@AvecBao
@QuarkusTest
@TestProfile(ProcessusDansUnPodTest.Profil.class)
class ProcessusDansUnPodTest {

    public static final class Profil implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(AvecVault.class, Map.of(AvecVault.KUBERNETES, "oui")));
        }
    }

    @Inject
    Pseudonymes pseudonymes;

    @Test
    void itIsReadyWithTheKeysAndTheSecretsOfVault() throws InterruptedException {
        long fin = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (given().get("/q/health/ready").statusCode() != 200) {
            assertThat(System.nanoTime()).as("/q/health/ready").isLessThan(fin);
            Thread.sleep(200);
        }

        assertThat(pseudonymes.id("lba", "Contrat", 1)).isNotBlank();
        assertThat(AvecVault.bao().demandes("auth/kubernetes/login")).isPositive();
        assertThat(AvecVault.bao().demandes("auth/approle/login")).isZero();
    }
}
