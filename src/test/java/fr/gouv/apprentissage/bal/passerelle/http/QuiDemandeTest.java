package fr.gouv.apprentissage.bal.passerelle.http;

import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.JSON;
import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.anonyme;
import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.de;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.passerelle.ProfilPasserelle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilPasserelle.class)
class QuiDemandeTest {
    private static final Map<String, String> QUI = Map.of("query", "{ contrats { totalCount } }");

    @Test
    void withoutATokenNobodyAsks() {
        anonyme()
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .header("Cache-Control", "no-store")
                .contentType(Requetes.GRAPHQL)
                .body("errors[0].extensions.code", equalTo("NON_AUTHENTIFIE"))
                .body("$", not(hasKey("data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer n.importe.quoi", "Bearer ", "Basic bGJhOmxiYQ=="})
    void anInvalidTokenIsNone(String autorisation) {
        anonyme()
                .header("Authorization", autorisation)
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.code", equalTo("NON_AUTHENTIFIE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Requetes.GRAPHQL, JSON})
    void anUnlistedClientIsRefusedInBothMediaTypes(String type) {
        de("inconnu")
                .accept(type)
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(403)
                .contentType(type)
                .body("errors[0].extensions.code", equalTo("CLIENT_INCONNU"));
    }

    @Test
    void thePlanLearnsWhoAsksAndForWhat() {
        de("lba")
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.contrats.client", equalTo("lba"))
                .body("data.contrats.agent", equalTo("-"))
                .body("data.contrats.finalite", equalTo("prise-de-rendez-vous"))
                .body("data.contrats.mode", equalTo("NORMAL"));
    }

    @Test
    void aPersonBehindTheClientIsItsAgent() {
        anonyme()
                .header("Authorization", "Bearer " + JetonsDeTest.pour("lba", "une-personne"))
                .body(QUI)
                .post("/graphql")
                .then()
                .body("data.contrats.agent", equalTo("une-personne"));
    }

    @Test
    void theAccountOfAServiceIsNobody() {
        avec("lba", Map.of("sub", "1639bd96-e701-4f7d-997e-c84774b85aff", "clientHost", "127.0.0.1"))
                .body(QUI)
                .post("/graphql")
                .then()
                .body("data.contrats.agent", equalTo("-"));
    }

    @Test
    void aPersonThatTheJournalCanNameIsTaken() {
        nomme("x".repeat(200)).body("data.contrats.agent", equalTo("x".repeat(200)));
    }

    @Test
    void aPersonThatTheJournalCouldNotNameIsRefused() {
        nomme("x".repeat(201)).body("errors[0].extensions.code", equalTo("JETON_MAL_FORME"));
    }

    private static ValidatableResponse nomme(String personne) {
        return anonyme()
                .header("Authorization", "Bearer " + JetonsDeTest.pour("lba", personne))
                .body(QUI)
                .post("/graphql")
                .then();
    }

    @Test
    void theHeaderNamesThePurpose() {
        de("tdb")
                .header("X-Finalite", "suivi")
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.contrats.finalite", equalTo("suivi"));
    }

    @Test
    void aClientWithSeveralPurposesMustSayWhich() {
        de("tdb")
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("FINALITE_REQUISE"))
                .body("$", not(hasKey("data")));
    }

    @Test
    void aPurposeOfOthersIsRefused() {
        de("tdb")
                .header("X-Finalite", "prise-de-rendez-vous")
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FINALITE_NON_HABILITEE"));
    }

    @Test
    void aClientWithoutHabilitationNeedsNoPurpose() {
        de("sans-droit").body(QUI).post("/graphql").then().statusCode(200).body("data.contrats.finalite", equalTo("-"));
    }

    @Test
    void whatHoldsNoRecordNeedsNoPurpose() {
        de("tdb", "{ moi { id } __typename }")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.moi.id", equalTo("tdb"))
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void theStrictModeIsAskedForByHeader() {
        de("lba")
                .header("X-Habilitation", "stricte")
                .body(QUI)
                .post("/graphql")
                .then()
                .body("data.contrats.mode", equalTo("STRICTE"));
    }

    @Test
    void theDocumentIsCheckedBeforeThePurpose() {
        de("tdb", "{ contrats { nimporte } }")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("REQUETE_INVALIDE"));
    }

    @Test
    void aSuspendedClientIsRefusedWhole() {
        de("suspendu", "{ moi { id } }")
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("CLIENT_SUSPENDU"))
                .body("$", not(hasKey("data")));
    }

    @Test
    void thePerimeterOfTheAgentReachesThePlan() {
        avec("lba", Map.of("perimetre", Map.of("regions", List.of("53"), "sources", List.of("DECA"))))
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.contrats.perimetre", equalTo("{regions=[53], sources=[DECA]}"));
    }

    static Stream<Object> perimetresIllisibles() {
        return Stream.of(
                "53",
                List.of("53"),
                Map.of("regions", "53"),
                Map.of("regions", List.of(53)),
                Map.of("region", List.of("53")),
                Map.of("organismes", List.of("pas un siret")),
                Map.of("statuts", List.of("INCONNU")));
    }

    @ParameterizedTest
    @MethodSource("perimetresIllisibles")
    void aPerimeterThatCannotBeReadRefusesTheToken(Object perimetre) {
        avec("lba", Map.of("perimetre", perimetre))
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("JETON_MAL_FORME"))
                .body("errors[0].message", containsString("perimetre"));
    }

    @Test
    void aTokenMayDeclareThePurposesThatItNames() {
        avec("tdb", Map.of("finalites", List.of("suivi")))
                .header("X-Finalite", "suivi")
                .body(QUI)
                .post("/graphql")
                .then()
                .body("data.contrats.finalite", equalTo("suivi"));
    }

    @Test
    void aTokenMayNotDeclareAnotherPurposeOfItsClient() {
        avec("tdb", Map.of("finalites", List.of("suivi")))
                .header("X-Finalite", "statistique")
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FINALITE_NON_HABILITEE"));
    }

    @Test
    void theDefaultPurposeIsBoundByTheTokenToo() {
        avec("lba", Map.of("finalites", List.of("autre")))
                .body(QUI)
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FINALITE_NON_HABILITEE"));
    }

    private static RequestSpecification avec(String client, Map<String, ?> revendications) {
        return anonyme().header("Authorization", "Bearer " + JetonsDeTest.avec(client, revendications));
    }
}
