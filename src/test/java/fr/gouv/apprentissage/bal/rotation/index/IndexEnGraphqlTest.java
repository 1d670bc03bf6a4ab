package fr.gouv.apprentissage.bal.rotation.index;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The turning of blind indexes over HTTP, as an administrator asks for it and as others are refused. */
@QuarkusTest
@AvecBaseEmbarquee
class IndexEnGraphqlTest {

    private static final Duration BORNE = Duration.ofSeconds(60);
    private static final String TOURNE =
            "mutation { tourneIndex { id generation etat progression restants preuve motif } }";
    private static final String LISTE =
            "{ rotationsDIndex { id generation etat progression restants illisibles preuve retireeLe } }";
    private static final String RETIRE = "mutation { retireIndex(generation: 2) { generation retireeLe purgeeLe } }";

    @Inject
    Pool pool;

    @Inject
    VersionsDeCles versions;

    @Test
    void anAdministratorTurnsThemSeesTheEndAndTheProofAndRetiresTheFormerOnes() throws InterruptedException {
        // Given
        var demandee = administre(TOURNE);
        assertThat(demandee.getInt("data.tourneIndex.generation")).isEqualTo(2);
        assertThat(demandee.getString("data.tourneIndex.etat")).isEqualTo("EN_ATTENTE");
        assertThat(demandee.getString("data.tourneIndex.preuve")).isNull();
        assertThat(administre(TOURNE).getString("data.tourneIndex.id"))
                .isEqualTo(demandee.getString("data.tourneIndex.id"));
        refuseLaGeneration(administre(RETIRE), "aucune rotation terminée ne prouve que tout est sous cette génération");

        // When the minute after which the new generation serves is over
        pool.query("update cle set active_le = 'epoch' where genre like 'INDEX:%' and version = 2")
                .executeAndAwait();
        new Transactions(pool).dans(connexion -> {
            versions.rejoins(connexion);
            return connexion;
        });
        var fin = Instant.now().plus(BORNE);
        var liste = administre(LISTE);
        while (!"TERMINEE".equals(liste.getString("data.rotationsDIndex[0].etat"))
                && Instant.now().isBefore(fin)) {
            Thread.sleep(200);
            liste = administre(LISTE);
        }

        // Then
        assertThat(liste.getString("data.rotationsDIndex[0].etat")).isEqualTo("TERMINEE");
        assertThat(liste.getInt("data.rotationsDIndex[0].restants")).isZero();
        assertThat(liste.getDouble("data.rotationsDIndex[0].progression")).isEqualTo(1);
        assertThat(liste.getString("data.rotationsDIndex[0].preuve"))
                .startsWith("BAL preuve de rotation d'index 1\n")
                .contains("\nlacunes 0\ncle ")
                .containsPattern("signature [0-9a-f]{128}\n");
        assertThat(mesuresApres("bal_rotation_index_progression 1.0"))
                .contains(
                        "bal_rotation_index_restants 0.0",
                        // other classes of this JVM leave records that do not open
                        "bal_rotation_index_illisibles " + liste.getDouble("data.rotationsDIndex[0].illisibles"),
                        "bal_rotation_index_progression 1.0",
                        "bal_rotation_index_enregistrements_total");

        // And the former one goes on its proof, on no other; until its rows are gone there is no next one
        refuseLaGeneration(
                administre(RETIRE.replace('2', '1')),
                "aucune rotation terminée ne prouve que tout est sous cette génération");
        var retiree = administre(RETIRE);
        assertThat(retiree.getInt("data.retireIndex.generation")).isEqualTo(2);
        assertThat(retiree.getString("data.retireIndex.retireeLe")).isNotNull();
        assertThat(retiree.getString("data.retireIndex.purgeeLe")).isNull();
        refuseLaGeneration(administre(TOURNE), "l'ancienne génération n'est pas encore retirée et purgée");
    }

    /** What the metrics say once they say this, which they do a round after the job: or what they say when that takes too long. */
    private static String mesuresApres(String attendue) throws InterruptedException {
        var fin = Instant.now().plus(BORNE);
        var mesures = given().get("/q/metrics").asString();
        while (!mesures.contains(attendue) && Instant.now().isBefore(fin)) {
            Thread.sleep(200);
            mesures = given().get("/q/metrics").asString();
        }
        return mesures;
    }

    @Test
    void aGenerationThatIsNoNumberIsRefusedWhereItStandsWithoutBeingRepeated() {
        var debut = "mutation { retireIndex(";
        for (var valeur : List.of("\"deux\"", "2.5", "99999999999", "null")) {
            var refus = administre(debut + "generation: " + valeur + ") { generation } }");

            assertThat(refus.getString("data")).as(valeur).isNull();
            assertThat(refus.getString("errors[0].extensions.code")).as(valeur).isEqualTo("VALEUR_INVALIDE");
            assertThat(refus.getInt("errors[0].locations[0].column")).as(valeur).isBetween(1, debut.length() + 1);
            assertThat(refus.getString("errors[0].message"))
                    .as(valeur)
                    .isIn("Une valeur n'est pas du type attendu.", "Un argument obligatoire est nul.");
        }
    }

    @Test
    void nobodyElseMay() {
        for (var client : List.of("lba", "delegue")) {
            for (var operation : List.of(TOURNE, LISTE, RETIRE)) {
                var refus = envoie(client, operation);
                assertThat(refus.getString("errors[0].extensions.code"))
                        .as(client + " " + operation)
                        .isEqualTo("ROLE_REQUIS");
                assertThat(refus.getString("data")).as(client + " " + operation).isNull();
            }
        }
    }

    private static void refuseLaGeneration(JsonPath reponse, String message) {
        assertThat(reponse.getString("errors[0].extensions.code")).isEqualTo("VALEUR_INVALIDE");
        assertThat(reponse.getString("errors[0].extensions.argument")).isEqualTo("generation");
        assertThat(reponse.getString("errors[0].message")).isEqualTo(message);
    }

    private static JsonPath administre(String document) {
        return envoie("administration", document);
    }

    private static JsonPath envoie(String client, String document) {
        return given().header("Authorization", JetonsDeTest.enTete(client))
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql")
                .jsonPath();
    }
}
