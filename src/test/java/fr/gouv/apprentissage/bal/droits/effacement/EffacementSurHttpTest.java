package fr.gouv.apprentissage.bal.droits.effacement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgetting a person over HTTP. */
@QuarkusTest
@AvecBaseEmbarquee
class EffacementSurHttpTest {

    private static final Duration BORNE = Duration.ofSeconds(10);
    private static final String EFFACE = "mutation ($id: ID!, $motif: String!) { effacePersonne(id: $id, motif: $motif)"
            + " { id le enregistrements signature valeursIllisibles } }";

    @Inject
    Pool service;

    @Inject
    @ReactiveDataSource("lecture-journal")
    Pool lecture;

    @Inject
    Pseudonymes pseudonymes;

    @Inject
    Scellement scellement;

    @ConfigProperty(name = "bal.droits.effacements")
    Path liste;

    private long personne;
    private UUID jeton;

    @BeforeEach
    void uneCitoyenne() {
        personne = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        var cle = scellement.nouvelle(personne);
        var nom = scellement.scelle(cle, ChampsScelles.<String>de(Personne.class, "nom"), Sealed.recu("Lancelot"));
        execute(
                "insert into secret (enregistrement, epoque, enveloppe) values ($1, $2, $3)",
                Tuple.of(personne, cle.epoque(), Buffer.buffer(cle.enveloppe())));
        execute(
                "insert into identite (enregistrement, personne, source, etat_du, nom) values ($1, $1, 'DECA', now(), $2)",
                Tuple.of(personne, Buffer.buffer(nom)));
        execute(
                "insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue)"
                        + " values ($1, 'DECA', now(), now(), now(), now())",
                Tuple.of(personne));
        jeton = service.preparedQuery("select jeton from contrat where id = $1")
                .execute(Tuple.of(personne))
                .await()
                .atMost(BORNE)
                .iterator()
                .next()
                .getUUID(0);
    }

    @Test
    void theDelegueErasesAndGetsAProofThatStandsInTheList() throws Exception {
        // Given
        assertThat(nom()).isEqualTo("Lancelot");

        // When
        var reponse = efface("delegue", "Demande de Lancelot du Lac");

        // Then
        assertThat(reponse.getInt("data.effacePersonne.enregistrements")).isEqualTo(1);
        assertThat(reponse.getInt("data.effacePersonne.valeursIllisibles")).isZero();
        assertThat(Files.readString(liste))
                .contains(
                        reponse.getString("data.effacePersonne.id"), reponse.getString("data.effacePersonne.signature"))
                .doesNotContain("Lancelot");
        assertThat(demande("delegue", "query ($id: ID!) { personne(id: $id) { nom } }", Map.of("id", id("delegue")))
                        .getString("data.personne"))
                .isNull();
    }

    @Test
    void theJournalHasItBeforeAndNamesTheRecordByItsToken() {
        efface("delegue", "demande");

        assertThat(lecture.query("select count(*) from journal.entree where client = 'bal' and finalite = 'EFFACEMENT'"
                                + " and agent is not null and sujets = array['" + jeton + "']::uuid[]")
                        .execute()
                        .await()
                        .atMost(BORNE)
                        .iterator()
                        .next()
                        .getLong(0))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lba", "tdb", "administration"})
    void nobodyElseErases(String client) {
        assertThat(code(efface(client, "demande"))).isEqualTo("ROLE_REQUIS");
        assertThat(nom()).isEqualTo("Lancelot");
    }

    @Test
    void whoIsErasedWhoNeverWasAndWhoIsAnotherClientsAreOneAnswer() {
        efface("delegue", "demande");
        var efface = efface("delegue", "demande");

        assertThat(efface.getString("errors[0].extensions.argument")).isEqualTo("id");
        assertThat(code(efface)).isEqualTo("VALEUR_INVALIDE");
        assertThat(efface.getList("errors[0].path")).isEqualTo(List.of("effacePersonne"));
        assertThat(efface.getInt("errors[0].locations[0].column")).isEqualTo(40);
        assertThat(efface.getMap("")).containsEntry("data", null);
        for (var id : new String[] {"n'importe quoi", id("lba"), pseudonymes.id("delegue", "Contrat", personne)}) {
            assertThat(demande("delegue", EFFACE, Map.of("id", id, "motif", "demande"))
                            .getString("errors[0].message"))
                    .isEqualTo(efface.getString("errors[0].message"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void aReasonIsGivenWithinBounds(int longueur) {
        var reponse = efface("delegue", "x".repeat(longueur));

        assertThat(reponse.getString("errors[0].extensions.argument")).isEqualTo("motif");
        assertThat(nom()).isEqualTo("Lancelot");
    }

    @Test
    void readinessSaysWhatTheListHeldAtTheStart() {
        var sante = given().get("/q/health/ready").jsonPath();

        assertThat(sante.getString("checks.find { it.name == 'effacements' }.data.ligneInachevee"))
                .isEqualTo("false");
        assertThat(sante.getString("checks.find { it.name == 'effacements' }.data.rejoues"))
                .isEqualTo("0");
    }

    private String nom() {
        return demande("delegue", "query ($id: ID!) { personne(id: $id) { nom } }", Map.of("id", id("delegue")))
                .getString("data.personne.nom");
    }

    private JsonPath efface(String client, String motif) {
        return demande(client, EFFACE, Map.of("id", id(client), "motif", motif));
    }

    private String id(String client) {
        return pseudonymes.id(client, "Personne", personne);
    }

    private static JsonPath demande(String client, String document, Map<String, Object> variables) {
        return given().contentType("application/json")
                .accept("application/json")
                .header("Authorization", JetonsDeTest.enTete(client))
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .jsonPath();
    }

    private static String code(JsonPath reponse) {
        return reponse.getString("errors[0].extensions.code");
    }

    private void execute(String sql, Tuple parametres) {
        service.preparedQuery(sql).execute(parametres).await().atMost(BORNE);
    }
}
