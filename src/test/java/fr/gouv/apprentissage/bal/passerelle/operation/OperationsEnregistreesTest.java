package fr.gouv.apprentissage.bal.passerelle.operation;

import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.avecEmpreinte;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.code;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.de;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.envoie;
import static fr.gouv.apprentissage.bal.passerelle.operation.Demandes.parEmpreinte;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tdb} and {@code sans-droit} execute registered operations alone, the others what they like. */
@Tag("attaque11")
@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilOperations.class)
class OperationsEnregistreesTest {
    private static final String ENREGISTRE =
            "mutation($client: String!, $document: String!) { enregistreOperation(client: $client, document: $document)"
                    + " { client empreinte nom document origine enregistreePar } }";
    private static final String RETIRE =
            "mutation($client: String!, $empreinte: String!) { retireOperation(client: $client, empreinte: $empreinte)"
                    + " { empreinte } }";
    private static final String LISTE =
            "query($client: String!) { operationsEnregistrees(client: $client) { nom empreinte document origine } }";

    @Inject
    TempsDeTest temps;

    @Inject
    @ReactiveDataSource("lecture-journal")
    Pool journal;

    private final String nom = "Q" + UUID.randomUUID().toString().replace("-", "");
    private final String document = "query " + nom + " { moi { id } }";
    private final String empreinte = Empreinte.de(document);

    @BeforeEach
    void uneNouvelleMinute() {
        temps.avance(Duration.ofMinutes(1));
    }

    @Test
    void whatIsNotRegisteredIsNotExecuted() {
        var refus = envoie("tdb", document);

        assertThat(refus.statusCode()).isEqualTo(403);
        assertThat(code(refus)).isEqualTo("OPERATION_NON_ENREGISTREE");
        assertThat(refus.asString()).doesNotContain("\"data\"").doesNotContain(nom);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ __schema { queryType { name } } }", "{ __typename }", "{"})
    void nothingElseIsEither(String autre) {
        assertThat(code(envoie("tdb", autre))).isEqualTo("OPERATION_NON_ENREGISTREE");
    }

    @Test
    void whatIsRegisteredIsExecutedByItsTextAndByItsHash() {
        var enregistree = enregistre("tdb", document);

        assertThat(enregistree.jsonPath().getMap("data.enregistreOperation"))
                .isEqualTo(Map.of(
                        "client",
                        "tdb",
                        "empreinte",
                        empreinte,
                        "nom",
                        nom,
                        "document",
                        document,
                        "origine",
                        "MUTATION",
                        "enregistreePar",
                        "administration"));
        for (var reponse : List.of(
                envoie("tdb", document), parEmpreinte("tdb", empreinte), avecEmpreinte("tdb", document, empreinte))) {
            assertThat(reponse.statusCode()).isEqualTo(200);
            assertThat(reponse.jsonPath().getString("data.moi.id")).isEqualTo("tdb");
        }
    }

    @Test
    void aFreeClientMayCallItsRegisteredDocumentByItsHash() {
        enregistre("delegue", document);

        assertThat(parEmpreinte("delegue", empreinte).jsonPath().getString("data.moi.id"))
                .isEqualTo("delegue");
    }

    @Test
    void theHashOfAnotherIsAsUnknownAsAnyOther() {
        enregistre("tdb", document);
        var inconnue = Empreinte.de("query Autre { moi { id } }");

        assertThat(memeReponse(parEmpreinte("lba", empreinte), parEmpreinte("lba", inconnue)))
                .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(memeReponse(parEmpreinte("sans-droit", empreinte), parEmpreinte("sans-droit", inconnue)))
                .isEqualTo("OPERATION_NON_ENREGISTREE");
        assertThat(memeReponse(envoie("sans-droit", document), envoie("sans-droit", "query Autre { moi { id } }")))
                .isEqualTo("OPERATION_NON_ENREGISTREE");
    }

    @Test
    void anotherWhiteSpaceIsAnotherDocument() {
        enregistre("tdb", document);

        assertThat(code(envoie("tdb", document + " "))).isEqualTo("OPERATION_NON_ENREGISTREE");
    }

    @Test
    void whatIsRetiredIsNoLongerExecuted() {
        enregistre("tdb", document);

        var retrait = envoie("administration", RETIRE, Map.of("client", "tdb", "empreinte", empreinte));

        assertThat(retrait.jsonPath().getString("data.retireOperation.empreinte"))
                .isEqualTo(empreinte);
        assertThat(code(envoie("tdb", document))).isEqualTo("OPERATION_NON_ENREGISTREE");
        enregistre("tdb", document);
        assertThat(envoie("tdb", document).statusCode()).isEqualTo(200);
    }

    @Test
    void toRegisterTwiceIsToRegisterOnce() {
        enregistre("tdb", document);
        enregistre("tdb", document);

        assertThat(liste("tdb").jsonPath().getList("data.operationsEnregistrees.nom", String.class))
                .containsOnlyOnce(nom);
    }

    @Test
    void theManifestRegistersAtStart() {
        assertThat(liste("lba").jsonPath().<Map<String, String>>getList("data.operationsEnregistrees"))
                .contains(Map.of(
                        "nom",
                        "DuManifeste",
                        "empreinte",
                        Empreinte.de(ProfilOperations.DU_MANIFESTE),
                        "document",
                        ProfilOperations.DU_MANIFESTE,
                        "origine",
                        "FICHIER"));
        assertThat(parEmpreinte("lba", Empreinte.de(ProfilOperations.DU_MANIFESTE))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "query Perceval { perceval }",
                "{ moi { id } }",
                "query Perceval { moi { id } } query Galaad { moi { id } }",
                "query Perceval { contrats(first: \"galaad\") { nodes { id } } }"
            })
    void whatCannotBeRegisteredNamesTheArgumentAndRepeatsNothing(String autre) {
        var refus = enregistre("tdb", autre);

        assertThat(code(refus)).isEqualTo("VALEUR_INVALIDE");
        assertThat(refus.jsonPath().getString("errors[0].extensions.argument")).isEqualTo("document");
        assertThat(refus.asString()).doesNotContainIgnoringCase("perceval").doesNotContainIgnoringCase("galaad");
    }

    @Test
    void onlyAListedClientHasOperations() {
        var refus = enregistre("inconnu", document);

        assertThat(refus.jsonPath().getString("errors[0].extensions.argument")).isEqualTo("client");
    }

    @Test
    void whatIsNotRegisteredCannotBeRetired() {
        var refus = envoie("administration", RETIRE, Map.of("client", "tdb", "empreinte", empreinte));

        assertThat(refus.jsonPath().getString("errors[0].extensions.argument")).isEqualTo("empreinte");
    }

    @Test
    void onlyAnAdministratorRegistersRetiresAndLooks() {
        assertThat(code(envoie("lba", ENREGISTRE, Map.of("client", "lba", "document", document))))
                .isEqualTo("ROLE_REQUIS");
        assertThat(code(envoie("lba", RETIRE, Map.of("client", "lba", "empreinte", empreinte))))
                .isEqualTo("ROLE_REQUIS");
        assertThat(code(envoie("lba", LISTE, Map.of("client", "lba")))).isEqualTo("ROLE_REQUIS");
    }

    @Test
    void severalDocumentsAreRegisteredByOneMutation() {
        var deux = "mutation { a: enregistreOperation(client: \"tdb\", document: \"query A" + nom + " { moi { id } }\")"
                + " { nom } b: enregistreOperation(client: \"tdb\", document: \"query B" + nom
                + " { moi { id } }\") { nom } }";

        var reponse = envoie("administration", deux);

        assertThat(reponse.jsonPath().getString("data.a.nom")).isEqualTo("A" + nom);
        assertThat(reponse.jsonPath().getString("data.b.nom")).isEqualTo("B" + nom);
    }

    @Test
    void theJournalCallsARegisteredOperationByItsName() {
        var recherche = "query Ine" + nom + "($ine: String) { personnes(filtre: {ine: $ine}) { nodes { id } } }";
        enregistre("tdb", recherche);

        var nomme = entree(envoie("tdb", recherche, Map.of("ine", "120890177FA")));
        var anonyme = entree(envoie("delegue", recherche, Map.of("ine", "120890177FA")));

        assertThat(nomme).isEqualTo("Ine" + nom);
        assertThat(anonyme).isEqualTo("null");
    }

    @Test
    void aDocumentThatWasSentWithItsHashIsKnownByItAfterwards() {
        assertThat(parEmpreinte("lba", empreinte).jsonPath().getString("errors[0].message"))
                .isEqualTo("PersistedQueryNotFound");

        assertThat(avecEmpreinte("lba", document, empreinte).jsonPath().getString("data.moi.id"))
                .isEqualTo("lba");
        assertThat(parEmpreinte("lba", empreinte).jsonPath().getString("data.moi.id"))
                .isEqualTo("lba");
        assertThat(code(parEmpreinte("delegue", empreinte))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void aClientThatReadsNoStatusesIsAnsweredAsTheProtocolHasIt() {
        var reponse = de("lba")
                .accept(Demandes.JSON)
                .body("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}}"
                        .formatted(empreinte))
                .post("/graphql");

        assertThat(reponse.statusCode()).isEqualTo(200);
        assertThat(code(reponse)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void aHashOfAnotherTextIsRefused() {
        var refus = avecEmpreinte("lba", document + " ", empreinte);

        assertThat(code(refus)).isEqualTo("EMPREINTE_FAUSSE");
        assertThat(code(parEmpreinte("lba", empreinte))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void aDocumentThatCannotBeExecutedIsNotKept() {
        var faux = "query " + nom + " { inconnu }";

        assertThat(code(avecEmpreinte("lba", faux, Empreinte.de(faux)))).isEqualTo("REQUETE_INVALIDE");
        assertThat(code(parEmpreinte("lba", Empreinte.de(faux)))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void aClientOfRegisteredOperationsKeepsNoneByItself() {
        assertThat(code(avecEmpreinte("tdb", document, empreinte))).isEqualTo("OPERATION_NON_ENREGISTREE");
        assertThat(code(parEmpreinte("tdb", empreinte))).isEqualTo("OPERATION_NON_ENREGISTREE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":2,\"sha256Hash\":\"EMPREINTE\"}",
                "{\"sha256Hash\":\"EMPREINTE\"}",
                "{\"version\":1}",
                "{\"version\":1,\"sha256Hash\":\"abc\"}",
                "{\"version\":1,\"sha256Hash\":12}"
            })
    void anAnnouncementOfAnotherFormIsRefused(String annonce) {
        var corps = "{\"extensions\":{\"persistedQuery\":" + annonce.replace("EMPREINTE", empreinte) + "}}";

        var refus = de("lba").body(corps).post("/graphql");

        assertThat(refus.statusCode()).isEqualTo(400);
        assertThat(code(refus)).isEqualTo("REQUETE_ILLISIBLE");
    }

    private static String memeReponse(Response une, Response autre) {
        assertThat(une.statusCode()).isEqualTo(autre.statusCode());
        assertThat(une.asString()).isEqualTo(autre.asString());
        return code(une);
    }

    private static Response enregistre(String client, String document) {
        return envoie("administration", ENREGISTRE, Map.of("client", client, "document", document));
    }

    private static Response liste(String client) {
        return envoie("administration", LISTE, Map.of("client", client));
    }

    /** The name that the journal has of the operation that was answered. */
    private String entree(Response reponse) {
        var id = reponse.jsonPath().getString("extensions.journal.id");
        return journal.preparedQuery("select coalesce(operation, 'null') from journal.entree where id::text = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getString(0);
    }
}
