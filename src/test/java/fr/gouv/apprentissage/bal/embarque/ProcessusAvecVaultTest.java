package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.connecteur.deca.DecaConfig;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireVault;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application with its keys and its secrets in a real Vault, to which it logs in by AppRole with the policy of docs/vault. */
@AvecBao
@Tag("attaque35")
@QuarkusTest
@TestProfile(ProcessusAvecVaultTest.Profil.class)
class ProcessusAvecVaultTest {

    public static final class Profil implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(AvecVault.class));
        }
    }

    @Inject
    DecaConfig deca;

    @Inject
    Signataire signataire;

    @Inject
    Pseudonymes pseudonymes;

    private static ValidatableResponse demande(String jeton, String document) {
        return given().header("Authorization", "Bearer " + jeton)
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }

    private static int sante() {
        return given().get("/q/health/ready").statusCode();
    }

    private static void attends(int statut) throws InterruptedException {
        long fin = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (sante() != statut) {
            assertThat(System.nanoTime()).as("/q/health/ready : %d", statut).isLessThan(fin);
            Thread.sleep(200);
        }
    }

    @Test
    void theKeysAreThoseOfVaultAndNoLocalFileIsMade() throws InterruptedException {
        attends(200);

        assertThat(pseudonymes.id("lba", "Contrat", 1)).isNotBlank();
        assertThat(Path.of(valeur("bal.scellement.fichier"))).doesNotExist();
        assertThat(AvecVault.bao().demandes("transit/decrypt/bal-identite")).isPositive();
        given().get("/q/metrics")
                .then()
                .body(containsString("bal_cles_memoire{cle=\"IDENTITE\"} 1.0"))
                .body(containsString("bal_cles_absentes{cle=\"IDENTITE\"} 0.0"))
                .body(containsString("bal_cles_fin_seconds{cle=\"EPOQUE\"}"))
                .body(containsString(
                        "bal_cles_appels_seconds_count{cle=\"bal-index\",operation=\"deballe\"," + "resultat=\"OK\"}"));
    }

    @Test
    void checkpointsAreSignedByVault() {
        assertThat(signataire.getClass()).isEqualTo(SignataireVault.class);
        assertThat(signataire
                        .signe(cle -> cle.getBytes())
                        .await()
                        .indefinitely()
                        .signature())
                .hasSize(64);
    }

    @Test
    void theSecretOfAConnectorIsThatOfVault() {
        assertThat(deca.lba().secret()).contains(AvecVault.SECRET_DE_DECA);
    }

    @Test
    void theDatabaseAsksForThePasswordThatIsInVaultAlone() {
        assertThatThrownBy(() -> DriverManager.getConnection(valeur(Cles.JDBC), "bal_service", "un-autre")
                        .close())
                .isInstanceOf(SQLException.class);
        demande(JetonsDeTest.pour("lba"), "{ organismes(first: 1) { totalCount } }")
                .statusCode(200)
                .body("data.organismes.totalCount", notNullValue());
        given().get("/q/health/ready").then().body("checks.find { it.name == 'journal' }.status", equalTo("UP"));
    }

    @Test
    void tokensAreVerifiedAndSignedByTheKeysThatAreInVault() {
        var maintenant = Instant.now();
        var jeton = Jwt.issuer(Jetons.EMETTEUR)
                .audience(Jetons.AUDIENCE)
                .issuedAt(maintenant)
                .expiresAt(maintenant.plusSeconds(600))
                .claim("azp", "lba")
                .sign();

        demande(jeton, "{ moi { id } }").statusCode(200).body("data.moi.id", equalTo("lba"));
    }

    @Test
    void withoutKeysWhatNeedsNoOpeningStillAnswersAndReadinessSaysWhichKeysAreAway() throws InterruptedException {
        // Given
        attends(200);
        var siret = demande(JetonsDeTest.pour("lba"), "{ organismes(first: 1) { nodes { siret } } }")
                .extract()
                .<String>path("data.organismes.nodes[0].siret");

        // When
        AvecVault.bao().scelle();
        try {
            attends(503);

            // Then
            given().get("/q/health/ready")
                    .then()
                    .body(
                            "checks.find { it.name == 'cles' }.data.'PSEUDONYME 1'",
                            equalTo("détenteur hors d'atteinte depuis trop longtemps (SCELLE)"));
            assertThatThrownBy(() -> pseudonymes.id("lba", "Contrat", 1)).isInstanceOf(ClesIndisponibles.class);
            demande(JetonsDeTest.pour("lba"), "{ moi { id nom } }")
                    .statusCode(200)
                    .body("data.moi.id", equalTo("lba"));
            demande(JetonsDeTest.pour("lba"), "{ organisme(siret: \"" + siret + "\") { siret } }")
                    .statusCode(200)
                    .body("data.organisme.siret", equalTo(siret));
            demande(JetonsDeTest.pour("lba"), "{ contrats(first: 1) { nodes { statut } } }")
                    .statusCode(200)
                    .body("errors", equalTo(null));
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            AvecVault.bao().descelle();
        }

        // And: by itself
        attends(200);
    }

    @Test
    void noSecretIsLoggedNotEvenAtDebug() throws Exception {
        attends(200);

        assertThat(Files.readString(AvecVault.journal()))
                .contains(" DEBUG ")
                .doesNotContain(
                        AvecVault.MOT_DE_PASSE,
                        AvecVault.SECRET_DE_DECA,
                        AvecVault.bao().jetonRacine())
                .doesNotContain(valeur("quarkus.vault.authentication.app-role.secret-id"));
    }

    private static String valeur(String cle) {
        return ConfigProvider.getConfig().getValue(cle, String.class);
    }
}
