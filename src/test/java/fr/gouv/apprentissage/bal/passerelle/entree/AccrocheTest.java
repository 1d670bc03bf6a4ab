package fr.gouv.apprentissage.bal.passerelle.entree;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.passerelle.ProfilPasserelle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilPasserelle.class)
class AccrocheTest {
    @Test
    void theJsonOfThePlanGoesOutByteForByte() {
        assertThat(texte("{ contrat(id: \"1\") { id } }"))
                .isEqualTo("{\"data\":{\"contrat\":{\"id\": \"é\\u00e9\",  \"type\":  null}},"
                        + "\"extensions\":{\"journal\":{\"id\":\"1\"}}}");
    }

    @Test
    void rootFieldsComeInTheOrderOfTheDocument() {
        var texte = texte(
                "{ __typename a: contrat(id: \"1\") { id } moi { id } b: contrat(id: \"2\") { id } t: __typename }");

        assertThat(texte).containsSubsequence("\"__typename\"", "\"a\"", "\"moi\"", "\"b\"", "\"t\"");
    }

    @Test
    void errorsOfThePlanKeepTheirPlaceAndExtensions() {
        var reponse = demande("{\n  x: contrats { totalCount } }");

        assertThat(reponse.jsonPath().getString("errors[0].extensions.code")).isEqualTo("CHAMP_NON_HABILITE");
        assertThat(reponse.jsonPath().getString("errors[0].extensions.coordonnee"))
                .isEqualTo("Contrat.numero");
        assertThat(reponse.jsonPath().getList("errors[0].path")).isEqualTo(List.of("x", "nodes"));
        assertThat(reponse.jsonPath().getInt("errors[0].locations[0].line")).isEqualTo(2);
    }

    @Test
    void anAbsentRecordIsNull() {
        assertThat(texte("{ contrat(id: \"absent\") { id } }")).contains("\"data\":{\"contrat\":null}");
    }

    @Test
    void aRootFieldThatMayNotBeNullMakesTheDataNull() {
        assertThat(texte("{ moi { id } personnes(filtre: {}) { totalCount } }")).contains("\"data\":null");
    }

    @Test
    void aRefusalOfThePlanLeavesNothingOfTheOperation() {
        var reponse = demande("{ moi { id } contrat(id: \"journal\") { id } }");

        assertThat(reponse.statusCode()).isEqualTo(503);
        assertThat(reponse.asString()).contains("JOURNAL_INDISPONIBLE").doesNotContain("\"data\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lance", "panne"})
    void anExceptionIsAGraphqlErrorWithoutItsMessage(String id) {
        var reponse = demande("{ contrat(id: \"" + id + "\") { id } }");

        assertThat(reponse.statusCode()).isEqualTo(500);
        assertThat(reponse.jsonPath().getString("errors[0].extensions.code")).isEqualTo("ERREUR_INTERNE");
        assertThat(reponse.asString())
                .doesNotContain("secr")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void aResolverSaysWhichArgumentIsWrong() {
        var reponse = demande("{ explique(coordonnees: [\"Nimporte.quoi\"]) { motif } }");

        assertThat(reponse.jsonPath().getString("errors[0].extensions.code")).isEqualTo("VALEUR_INVALIDE");
        assertThat(reponse.jsonPath().getString("errors[0].extensions.argument"))
                .isEqualTo("coordonnees");
        assertThat(reponse.jsonPath().getList("errors[0].path")).isEqualTo(List.of("explique"));
    }

    @Test
    void aResolverReadsItsArgumentsAndItsRecords() {
        var reponse = demande(
                "{ explique(coordonnees: [\"Contrat.numero\"], acces: FILTRER) { coordonnee acces autorise motif } }");

        assertThat(reponse.jsonPath().getMap("data.explique[0]"))
                .isEqualTo(Map.of(
                        "coordonnee", "Contrat.numero", "acces", "FILTRER", "autorise", false, "motif", "AUCUN_DROIT"));
    }

    @Test
    void aBeanOfAnotherRoomAnswersInConnections() {
        var reponse = demande("{ organismes(first: 0) { nodes { siret } pageInfo { hasPreviousPage } } }");

        assertThat(reponse.asString()).doesNotContain("errors");
        assertThat(reponse.jsonPath().getList("data.organismes.nodes")).isEmpty();
    }

    @Test
    void aReservedMutationAsksForItsRole() {
        var reponse = demande("mutation { lanceConnecteur(nom: \"deca\") { id } }");

        assertThat(reponse.statusCode()).isEqualTo(403);
        assertThat(reponse.jsonPath().getString("errors[0].extensions.code")).isEqualTo("ROLE_REQUIS");
    }

    @Test
    void anAdministratorSeesTheConnectorsWithTheirRuns() {
        var reponse = demande("administration", "{ connecteurs { nom actif executions(first: 1) { etat } } }");

        assertThat(reponse.asString()).doesNotContain("errors");
        assertThat(reponse.jsonPath().getList("data.connecteurs.nom")).contains("deca");
    }

    @Test
    void aListOutOfItsBoundsNamesTheArgument() {
        var reponse = demande("{ organismes(first: 201) { nodes { siret } } }");

        assertThat(reponse.jsonPath().getString("errors[0].extensions.argument"))
                .isEqualTo("first");
        assertThat(reponse.jsonPath().getMap("$")).containsEntry("data", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profondeur | { a: contrats { nodes { alternant { contrats { alternant { contrats { alternant { contrats { alternant { contrats { alternant { contrats { id } } } } } } } } } } } } }",
                "alias | ALIAS",
                "alias | FRAGMENTS",
                "jetons | JETONS",
                "directives | DIRECTIVES"
            })
    void aDocumentThatIsTooLargeIsRefusedByTheNameOfTheLimit(String limite, String document) {
        var reponse = demande(
                switch (document) {
                    case "ALIAS" -> "{ " + repete("a%d: __typename ", 51) + "}";
                    case "JETONS" -> "{ " + "__typename ".repeat(5001) + "}";
                    case "DIRECTIVES" ->
                        "{ __typename " + repete("... @skip(if: false) { a%d: __typename } ", 49)
                                + "... @skip(if: false) { __typename } b: __typename @skip(if: false) }";
                    case "FRAGMENTS" -> "{ contrats { nodes { ...F0 } } } " + fragments();
                    default -> document;
                });

        assertThat(reponse.jsonPath().getString("errors[0].extensions.code")).isEqualTo("REQUETE_TROP_GRANDE");
        assertThat(reponse.jsonPath().getString("errors[0].extensions.limite")).isEqualTo(limite);
        assertThat(reponse.statusCode()).isEqualTo(413);
        assertThat(reponse.asString()).doesNotContain("\"data\"");
    }

    @Test
    void aCachedDocumentIsRefusedAgain() {
        var document = "{ " + repete("c%d: __typename ", 60) + "}";

        assertThat(demande(document).statusCode()).isEqualTo(413);
        assertThat(demande(document).statusCode()).isEqualTo(413);
    }

    /** Four levels, four aliases each: few in the text, 256 once put in place. */
    private static String fragments() {
        var texte = new StringBuilder();
        for (int niveau = 0; niveau < 4; niveau++) {
            var dessous = niveau == 3 ? "id" : "contrats { ...F" + (niveau + 1) + " }";
            texte.append("fragment F").append(niveau).append(" on Contrat { ");
            for (var alias : new String[] {"a", "b", "c", "d"}) {
                texte.append(alias).append(": alternant { ").append(dessous).append(" } ");
            }
            texte.append("} ");
        }
        return texte.toString();
    }

    private static String repete(String modele, int fois) {
        var texte = new StringBuilder();
        for (int i = 0; i < fois; i++) {
            texte.append(modele.formatted(i));
        }
        return texte.toString();
    }

    private static String texte(String document) {
        return demande(document).then().statusCode(200).extract().asString();
    }

    private static Response demande(String document) {
        return demande("lba", document);
    }

    private static Response demande(String client, String document) {
        return RestAssured.given()
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .header("Authorization", JetonsDeTest.enTete(client))
                .body(Map.of("query", document))
                .post("/graphql");
    }
}
