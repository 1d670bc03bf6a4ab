package fr.gouv.apprentissage.bal.passerelle.operation;

import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.code;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.de;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.envoie;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.limite;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attaque04")
@Tag("attaque26")
@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilOperations.class)
class BudgetsSurHttpTest {
    /** A row with its alternant, ten contracts of which each has ten sources. */
    private static final String LIGNE = "{ nodes { alternant { contrats { sources { source } } } } }";

    private static final String CHERE = "{ contrats " + LIGNE + " }";
    private static final int COUT = 1 + 20 * (1 + 1 + 10 * (1 + 10));

    private static final String RECHERCHE =
            "query($courriel: Email) { personnes(filtre: {courriel: $courriel}) { nodes { id } } }";

    @Inject
    TempsDeTest temps;

    @Inject
    @ReactiveDataSource("lecture-journal")
    Pool journal;

    @BeforeEach
    void uneNouvelleMinute() {
        temps.avance(Duration.ofMinutes(1));
    }

    @Test
    void anAnswerSaysWhatIsLeft() {
        restent(envoie("lba", "{ moi { id } }"), 5_998);
        restent(envoie("lba", "{ contrats { nodes { id } } }"), 5_998 - 21);
        restent(envoie("lba", CHERE), 5_998 - 21 - COUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ inconnu }", "{ contrats(first: \"dix\") { totalCount } }"})
    void aRefusedDocumentCostsTooAndSaysSo(String document) {
        var avant = restant(envoie("lba", "{ __typename }"));

        var reponse = envoie("lba", document);

        assertThat(reponse.statusCode()).isEqualTo(400);
        assertThat(avant - restant(reponse)).isPositive();
    }

    @Test
    void aBodyThatIsNoRequestCostsAPoint() {
        restent(de("lba").body("[]").post("/graphql"), 5_999);
        restent(de("lba").contentType("text/plain").body("x").post("/graphql"), 5_998);
    }

    @Test
    void whoIsNotIdentifiedHasNoBudget() {
        assertThat(envoie("inconnu", "{ __typename }").getHeader("RateLimit-Limit"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {Demandes.GRAPHQL, Demandes.JSON})
    void aSpentBudgetIsRefusedUntilItsMinuteIsOver(String type) {
        envoie("lba", CHERE);
        envoie("lba", CHERE);
        temps.avance(Duration.ofSeconds(15));

        var refus = de("lba").accept(type).body(Map.of("query", CHERE)).post("/graphql");

        assertThat(refus.statusCode()).isEqualTo(429);
        assertThat(code(refus)).isEqualTo("BUDGET_EPUISE");
        assertThat(refus.getHeader("Retry-After")).isEqualTo("45");
        assertThat(refus.getHeader("RateLimit-Remaining")).isEqualTo(String.valueOf(6_000 - 2 * COUT - 1));
        assertThat(refus.getHeader("RateLimit-Reset")).isEqualTo("45");
        assertThat(refus.asString()).doesNotContain("\"data\"");
        temps.avance(Duration.ofSeconds(45));
        assertThat(envoie("lba", CHERE).statusCode()).isEqualTo(200);
    }

    @Test
    void notEvenAPointIsLeftInTheEnd() {
        envoie("lba", CHERE);
        envoie("lba", CHERE);
        envoie("lba", "{ contrats(first: 125) { nodes { sources { source } } } }");
        restent(envoie("lba", "{ contrats(first: 141) { nodes { id } } }"), 0);

        var refus = de("lba").body("[]").post("/graphql");

        assertThat(refus.statusCode()).isEqualTo(429);
        assertThat(refus.getHeader("RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void aClientSpendsForItselfAlone() {
        envoie("lba", CHERE);

        restent(envoie("delegue", "{ moi { id } }"), 5_998);
    }

    @Test
    void anOperationThatCostsTooMuchIsRefusedWhatever() {
        var refus = envoie("lba", "{ contrats(first: 45) " + LIGNE + " }");

        assertThat(refus.statusCode()).isEqualTo(413);
        assertThat(limite(refus)).isEqualTo("cout");
        assertThat(envoie("lba", "{ contrats(first: 44) " + LIGNE + " }").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsOnlyTriedCostsAPoint() {
        restent(
                de("lba")
                        .header("X-Habilitation", "a-blanc")
                        .body(Map.of("query", CHERE))
                        .post("/graphql"),
                5_999);
    }

    @Test
    void searchesAreCountedApart() {
        long avant = recherchesAuJournal();
        for (int i = 0; i < 3; i++) {
            assertThat(cherche("delegue").statusCode()).isEqualTo(200);
        }

        var refus = cherche("delegue");

        assertThat(refus.statusCode()).isEqualTo(429);
        assertThat(code(refus)).isEqualTo("RECHERCHES_EPUISEES");
        assertThat(refus.getHeader("Retry-After")).isEqualTo("60");
        assertThat(envoie("delegue", "{ contrats { nodes { id } } }").statusCode())
                .isEqualTo(200);
        assertThat(recherchesAuJournal() - avant).as("trouvées ou non").isEqualTo(3);
        assertThat(RestAssured.get("/q/metrics").asString())
                .containsPattern("bal_recherches_refusees_total\\{client=\"delegue\"\\} [1-9]");
    }

    @Test
    void noMessageRepeatsWhatWasSearched() {
        for (int i = 0; i < 3; i++) {
            cherche("delegue");
        }

        assertThat(cherche("delegue").asString()).doesNotContain("perceval");
    }

    @Test
    void moreSearchesInOneOperationThanAMinuteHoldsAreRefused() {
        var document = "{ a: personnes(filtre: {ine: \"1\", courriel: \"a@b.fr\"}) { nodes { id } }"
                + " b: personnes(filtre: {ine: \"1\", courriel: \"a@b.fr\"}) { nodes { id } } }";

        assertThat(limite(envoie("delegue", document))).isEqualTo("recherches");
    }

    private static Response cherche(String client) {
        return envoie(client, RECHERCHE, Map.of("courriel", "perceval@graal.fr"));
    }

    private long recherchesAuJournal() {
        return journal.query("select count(*) from journal.entree where cardinality(recherches) > 0")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }

    private static void restent(Response reponse, int attendus) {
        assertThat(reponse.getHeader("RateLimit-Limit")).isEqualTo("6000");
        assertThat(reponse.getHeader("RateLimit-Remaining")).isEqualTo(String.valueOf(attendus));
        assertThat(reponse.getHeader("RateLimit-Reset")).isEqualTo("60");
    }

    private static int restant(Response reponse) {
        return Integer.parseInt(reponse.getHeader("RateLimit-Remaining"));
    }
}
