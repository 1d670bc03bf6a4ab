package fr.gouv.apprentissage.bal.passerelle.operation;

import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.code;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.de;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.envoie;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.limite;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attaque01")
@Tag("attaque12")
@Tag("attaque37")
@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilOperations.class)
class LimitesSurHttpTest {
    private static final String EXPLIQUE = "query($c: [String!]!) { explique(coordonnees: $c) { motif } }";

    @Inject
    TempsDeTest temps;

    @Inject
    Pool pool;

    @TestHTTPResource("/graphql")
    URL adresse;

    @BeforeEach
    void uneNouvelleMinute() {
        temps.avance(Duration.ofMinutes(1));
    }

    /** Each is just beyond the default of docs/configuration.md; one less is taken. */
    private static String document(String limite, int deMoins) {
        return switch (limite) {
            case "caracteres" -> "{ __typename }" + " ".repeat(100_000 - 14 + 1 - deMoins);
            case "jetons" -> "{ " + "__typename ".repeat(5_000 - 2 - 1 + 1 - deMoins) + "}";
            case "operations-par-document" ->
                IntStream.range(0, 11 - deMoins)
                        .mapToObj(i -> "query Q" + i + " { __typename }")
                        .collect(Collectors.joining(" "));
            case "alias" -> "{ moi { " + repete("a%d: id ", 51 - deMoins) + "} }";
            case "directives" -> "{ moi { " + "... @include(if: true) { id } ".repeat(51 - deMoins) + "} }";
            case "racines" -> "{ " + repete("a%d: __typename ", 21 - deMoins) + "}";
            case "champs" -> "{ moi { " + "id ".repeat(1_000 - deMoins) + "} }";
            case "liste" -> "{ explique(coordonnees: [" + "\"Contrat.id\" ".repeat(501 - deMoins) + "]) { motif } }";
            case "chaine" -> "{ explique(coordonnees: [\"" + "x".repeat(20_001 - deMoins) + "\"]) { motif } }";
            default -> throw new IllegalArgumentException(limite);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caracteres",
                "jetons",
                "operations-par-document",
                "alias",
                "directives",
                "racines",
                "champs",
                "liste",
                "chaine"
            })
    void aDocumentBeyondALimitIsRefusedByItsNameAndOneAtItIsNot(String limite) {
        var refus = envoie("lba", document(limite, 0));

        assertThat(refus.statusCode()).isEqualTo(413);
        assertThat(code(refus)).isEqualTo("REQUETE_TROP_GRANDE");
        assertThat(limite(refus)).isEqualTo(limite);
        assertThat(limite(envoie("lba", document(limite, 1)))).isNotEqualTo(limite);
    }

    @ParameterizedTest
    @CsvSource({"liste, 501, 1", "chaine, 1, 20001"})
    void aVariableBeyondALimitIsRefusedByItsName(String limite, int elements, int longueur) {
        var valeurs = Collections.nCopies(elements, "x".repeat(longueur));

        var refus = envoie("lba", EXPLIQUE, Map.of("c", valeurs));

        assertThat(limite(refus)).isEqualTo(limite);
        assertThat(refus.asString()).doesNotContain("xx");
    }

    @Test
    void variablesHaveABoundOfTheirOwn() {
        var valeurs = Collections.nCopies(11, Collections.nCopies(455, 1));

        assertThat(limite(envoie("lba", "{ __typename }", Map.of("c", valeurs))))
                .isEqualTo("variables");
    }

    @ParameterizedTest
    @CsvSource({"10, profondeur-variables", "9, "})
    void variablesAreNotDeepAtWill(int listes, String attendue) {
        var corps =
                "{\"query\":\"{__typename}\",\"variables\":{\"c\":" + "[".repeat(listes) + "]".repeat(listes) + "}}";

        assertThat(limite(de("lba").body(corps).post("/graphql"))).isEqualTo(attendue);
    }

    @Test
    void jsonThatIsAsDeepAsTheBodyIsLongIsRefused() {
        var corps =
                "{\"query\":\"{__typename}\",\"variables\":{\"c\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";

        var refus = de("lba").body(corps).post("/graphql");

        assertThat(refus.statusCode()).isBetween(400, 499);
        assertThat(code(refus)).isIn("REQUETE_ILLISIBLE", "REQUETE_TROP_GRANDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
    void aCompressedBodyIsNotRead(String codage) {
        var refus = de("lba")
                .header("Content-Encoding", codage)
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql");

        assertThat(refus.statusCode()).isEqualTo(415);
        assertThat(code(refus)).isEqualTo("TYPE_NON_LU");
    }

    @Test
    void aBodyThatIsSaidToBeAsItIsIsRead() {
        assertThat(de("lba")
                        .header("Content-Encoding", "identity")
                        .body(Map.of("query", "{ __typename }"))
                        .post("/graphql")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Demandes.GRAPHQL, Demandes.JSON})
    void anAnswerThatIsNotThereInTimeDoesNotLeave(String type) {
        var refus = pool.withTransaction(connexion -> connexion
                        .query("lock table contrat in access exclusive mode")
                        .execute()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(verrou -> de("lba")
                                .accept(type)
                                .body(Map.of("query", "{ contrats { nodes { id } } }"))
                                .post("/graphql")))
                .await()
                .atMost(Duration.ofSeconds(60));

        assertThat(refus.statusCode()).isEqualTo(504);
        assertThat(code(refus)).isEqualTo("DELAI_DEPASSE");
        assertThat(limite(refus)).isEqualTo("delai");
        assertThat(refus.asString()).doesNotContain("\"data\"");
        assertThat(envoie("lba", "{ contrats { nodes { id } } }").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatDripsIsCut() throws IOException {
        try (var prise = new Socket(adresse.getHost(), adresse.getPort())) {
            prise.setSoTimeout(30_000);
            var entete =
                    "POST /graphql HTTP/1.1\r\nHost: " + adresse.getHost() + "\r\nContent-Type: application/json\r\n"
                            + "Accept: " + Demandes.GRAPHQL + "\r\nAuthorization: " + JetonsDeTest.enTete("lba")
                            + "\r\nContent-Length: 1000\r\n\r\n{\"query\":";
            prise.getOutputStream().write(entete.getBytes(StandardCharsets.US_ASCII));
            prise.getOutputStream().flush();

            var reponse = new String(prise.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(reponse)
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"CORPS_TROP_LENT\"")
                    .contains("\"delai-corps\"");
        }
    }

    private static String repete(String modele, int fois) {
        return IntStream.range(0, fois).mapToObj(modele::formatted).collect(Collectors.joining());
    }
}
