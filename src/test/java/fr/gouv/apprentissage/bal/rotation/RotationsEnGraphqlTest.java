package fr.gouv.apprentissage.bal.rotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The turning of keys over HTTP, as an administrator asks for it and as others are refused. */
@QuarkusTest
@AvecBaseEmbarquee
class RotationsEnGraphqlTest {

    private static final Duration BORNE = Duration.ofSeconds(60);
    private static final String TOURNE =
            "mutation { tourneCle(classe: PARCOURS) { id classe version etat progression restants preuve motif } }";
    private static final String LISTE = "{ rotationsDeCles { id classe version etat progression restants preuve } }";
    private static final String RENVELOPPE = "mutation { renveloppeCles { renveloppees aJour refusees } }";
    private static final String RETIRE = "mutation { retireCle(classe: PARCOURS, version: 1) { id retireeLe } }";

    @Inject
    Pool pool;

    @Inject
    VersionsDeCles versions;

    @Inject
    @Any
    Instance<LieuScelle> lieux;

    @Test
    void anAdministratorTurnsAKeyAndSeesItsEndAndItsProof() throws InterruptedException {
        // Given
        var demandee = administre(TOURNE);
        assertThat(demandee.getString("data.tourneCle.classe")).isEqualTo("PARCOURS");
        assertThat(demandee.getInt("data.tourneCle.version")).isEqualTo(2);
        assertThat(demandee.getString("data.tourneCle.etat")).isEqualTo("EN_ATTENTE");
        assertThat(demandee.getString("data.tourneCle.preuve")).isNull();
        var tropTot = administre(RETIRE);
        assertThat(tropTot.getString("errors[0].extensions.code")).isEqualTo("VALEUR_INVALIDE");
        assertThat(tropTot.getString("errors[0].extensions.argument")).isEqualTo("version");

        // When the minute after which the new version serves is over
        pool.query("update cle set active_le = 'epoch' where genre = 'PARCOURS' and version = 2")
                .executeAndAwait();
        new Transactions(pool).dans(connexion -> {
            versions.rejoins(connexion);
            return connexion;
        });
        var fin = Instant.now().plus(BORNE);
        var liste = administre(LISTE);
        while (!"TERMINEE".equals(liste.getString("data.rotationsDeCles[0].etat"))
                && Instant.now().isBefore(fin)) {
            Thread.sleep(200);
            liste = administre(LISTE);
        }

        // Then
        assertThat(liste.getString("data.rotationsDeCles[0].etat")).isEqualTo("TERMINEE");
        assertThat(liste.getInt("data.rotationsDeCles[0].restants")).isZero();
        assertThat(liste.getDouble("data.rotationsDeCles[0].progression")).isEqualTo(1);
        assertThat(liste.getString("data.rotationsDeCles[0].preuve"))
                .contains("ancienne version 1 valeurs 0\nrestants 0\ncle ")
                .containsPattern("signature [0-9a-f]{128}\n");
        assertThat(given().get("/q/metrics").asString())
                .contains("bal_rotation_restants{classe=\"PARCOURS\"")
                .contains("bal_rotation_valeurs_total{classe=\"IDENTITE\"");
    }

    @Test
    void anAdministratorHasTheKeptKeysWrappedAnew() {
        // When no master key was turned at the holder
        var bilan = administre(RENVELOPPE);

        // Then each of them is counted, and none was touched
        var tenues = pool.query("select count(*)::int from cle where octet_length(enveloppe) > 0")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0);
        assertThat(bilan.getInt("data.renveloppeCles.aJour")).isEqualTo(tenues);
        assertThat(bilan.getInt("data.renveloppeCles.renveloppees")).isZero();
        assertThat(bilan.getList("data.renveloppeCles.refusees")).isEmpty();
    }

    @Test
    void aClassThatThereIsNotIsRefusedWithoutBeingRepeated() {
        var refus = administre(TOURNE.replace("PARCOURS", "INCONNUE"));

        assertThat(refus.getString("data")).isNull();
        assertThat(refus.getString("errors[0].extensions.code")).isEqualTo("VALEUR_INVALIDE");
        assertThat(refus.getString("errors[0].message")).isEqualTo("Une valeur n'est pas du type attendu.");
    }

    @Test
    void nobodyElseMay() {
        for (var client : new String[] {"lba", "delegue"}) {
            for (var operation : new String[] {TOURNE, LISTE, RETIRE, RENVELOPPE}) {
                assertThat(envoie(client, operation).getString("errors[0].extensions.code"))
                        .as(client + " " + operation)
                        .isEqualTo("ROLE_REQUIS");
            }
        }
    }

    @Test
    void thePlacesOfTheApplicationAreThoseThatAreTried() {
        assertThat(lieux.stream().map(LieuScelle::nom))
                .containsExactlyInAnyOrderElementsOf(
                        BancDeRotation.LIEUX.stream().map(LieuScelle::nom).toList());
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
