package fr.gouv.apprentissage.bal.passerelle.http;

import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.GRAPHQL;
import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.JSON;
import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.de;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.passerelle.ProfilPasserelle;
import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilPasserelle.class)
class GraphqlSurHttpTest {
    private static final Map<String, String> PETITE = Map.of("query", "{ __typename }");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json",
                "application/graphql-response+json | application/graphql-response+json",
                "*/* | application/json",
                "application/* | application/json",
                "text/html, application/json;q=0.5 | application/json",
                "application/json;q=0.9, application/graphql-response+json | application/graphql-response+json",
                "application/graphql-response+json;q=0, application/json | application/json"
            })
    void theMediaTypeIsTheOneThatIsPreferred(String accepte, String attendu) {
        de("lba")
                .header("Accept", accepte)
                .body(PETITE)
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(attendu + "; charset=utf-8"))
                .header("Cache-Control", equalTo("no-store"))
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void aMediaTypeThatIsNotOfferedIsRefused() {
        de("lba")
                .accept("text/html")
                .body(PETITE)
                .post("/graphql")
                .then()
                .statusCode(406)
                .body("errors[0].extensions.code", equalTo("TYPE_NON_OFFERT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void onlyPostIsOffered(String methode) {
        de("lba")
                .request(methode, "/graphql?query=%7B__typename%7D")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("POST"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/graphql", "application/json; charset=iso-8859-1"})
    void aBodyOfAnotherTypeIsNotRead(String type) {
        de("lba")
                .contentType(type)
                .body("{\"query\":\"{__typename}\"}".getBytes(StandardCharsets.UTF_8))
                .post("/graphql")
                .then()
                .statusCode(415)
                .body("errors[0].extensions.code", equalTo("TYPE_NON_LU"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=UTF-8", "application/json;charset=\"utf-8\""})
    void utf8MayBeSaid(String type) {
        de("lba")
                .contentType(type)
                .body("{\"query\":\"{__typename}\"}".getBytes(StandardCharsets.UTF_8))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{ \"not a JSON",
                "{\"query\":\"{__typename}\"} {}",
                "[{\"query\":\"{__typename}\"}]",
                "\"{__typename}\"",
                "null",
                "{\"notquery\":\"{__typename}\"}",
                "{\"query\":null}",
                "{\"query\":{}}",
                "{\"query\":[\"array\"]}",
                "{\"query\":\"{__typename}\",\"operationName\":1}",
                "{\"query\":\"{__typename}\",\"variables\":\"x\"}",
                "{\"query\":\"{__typename}\",\"variables\":[]}",
                "{\"query\":\"{__typename}\",\"extensions\":false}"
            })
    void aBodyThatIsNotARequestIsRefusedInBothMediaTypes(String corps) {
        for (var type : new String[] {JSON, GRAPHQL}) {
            de("lba")
                    .accept(type)
                    .body(corps.getBytes(StandardCharsets.UTF_8))
                    .post("/graphql")
                    .then()
                    .statusCode(400)
                    .contentType(type)
                    .body("errors[0].extensions.code", equalTo("REQUETE_ILLISIBLE"));
        }
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        de("lba")
                .body("{\"query\":\"{__typename}\",\"operationName\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("REQUETE_ILLISIBLE"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        de("lba")
                .body(Map.of("query", "{ __typename } #" + "x".repeat(300_000)))
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("REQUETE_TROP_GRANDE"))
                .body("errors[0].extensions.limite", equalTo("corps"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | REQUETE_ILLISIBLE",
                "{ inconnu } | REQUETE_INVALIDE",
                "query A { __typename } query B { __typename } | REQUETE_INVALIDE",
                "subscription { x } | REQUETE_INVALIDE",
                "{ contrats(first: \"dix\") { totalCount } } | VALEUR_INVALIDE",
                "{ contrat(id: null) { id } } | VALEUR_INVALIDE"
            })
    void aDocumentThatCannotBeExecutedHasAStatusOnlyWhereStatusesSpeak(String document, String code) {
        de("lba", document)
                .accept(GRAPHQL)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].message", notNullValue())
                .body("$", not(hasKey("data")));
        de("lba", document)
                .accept(JSON)
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo(code))
                .body("$", not(hasKey("data")));
    }

    @Test
    void aVariableThatCannotBeCoercedRefusesTheOperation() {
        de("lba")
                .body(Map.of(
                        "query",
                        "query($n: Int) { contrats(first: $n) { totalCount } }",
                        "variables",
                        Map.of("n", "Perceval")))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("VALEUR_INVALIDE"))
                .body("$", not(hasKey("data")));
    }

    @Test
    void theFaultIsLocated() {
        de("lba", "{\n  inconnu }")
                .post("/graphql")
                .then()
                .body("errors[0].locations[0].line", equalTo(2))
                .body("errors[0].locations[0].column", equalTo(3));
        de("lba", "{\n  a(").post("/graphql").then().body("errors[0].locations[0].line", equalTo(2));
    }

    @Test
    void nullParametersAreAbsentOnes() {
        de("lba")
                .body("{\"query\":\"{__typename}\",\"variables\":null,\"operationName\":null,\"extensions\":null}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("errors")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ personnes(filtre: {courriel: \"perceval-au-graal\"}) { totalCount } }",
                "{ contrats(filtre: {statut: PERCEVAL}) { totalCount } }",
                "{ contrats(filtre: {debutDu: \"perceval\"}) { totalCount } }",
                "{ contrats(filtre: {employeurSiret: [\"perceval\"]}) { totalCount } }",
                "{ contrats(first: \"perceval\") { totalCount } }",
                "{ perceval }",
                "{ contrats(perceval: 1) { totalCount } }",
                "{ contrats(filtre: {perceval: 1}) { totalCount } }",
                "{ ...perceval }",
                "query($perceval: Siret) { __typename }",
                "{ contrats(filtre: {statut: \"perceval",
                "{ \"perceval\" }",
                "query { contrat(id: \"1\") { id(perceval: 1) } }"
            })
    void noMessageRepeatsWhatWasSent(String document) {
        var reponse = de("lba", document)
                .post("/graphql")
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(reponse).containsIgnoringCase("errors").doesNotContainIgnoringCase("perceval");
    }

    @ParameterizedTest
    @CsvSource({"Siret", "Email", "Date", "Int", "StatutContrat", "ContratFiltre", "PersonneFiltre"})
    void noMessageRepeatsAVariable(String type) {
        var requete = Map.of(
                "query",
                "query($v: " + type
                        + ") { __typename @skip(if: false) ...F } fragment F on Query { contrats { totalCount } }",
                "variables",
                Map.of("v", "perceval-au-graal"));

        var reponse = de("lba")
                .body(requete)
                .post("/graphql")
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(reponse).containsIgnoringCase("errors").doesNotContainIgnoringCase("perceval");
    }

    @Test
    void theSchemaIsShownToListedClientsAlone() {
        Requetes.anonyme().get("/graphql/schema.graphql").then().statusCode(401);
        var texte = de("lba")
                .get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(texte).contains("type Client {").doesNotContain("type Contrat {");
    }

    @Test
    void graphiqlIsOpenAndItsIntrospectionIsAnswered() {
        RestAssured.given().get("/q/graphql-ui/").then().statusCode(200);
        de("lba", IntrospectionQuery.INTROSPECTION_QUERY)
                .accept("application/json, multipart/mixed")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.__schema.queryType.name", equalTo("Query"))
                .body("$", not(hasKey("errors")));
    }
}
