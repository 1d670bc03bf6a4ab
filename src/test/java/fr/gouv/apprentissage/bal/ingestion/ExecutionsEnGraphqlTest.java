package fr.gouv.apprentissage.bal.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs and quarantined rows over HTTP, as an administrator asks for them and as others are refused. */
@QuarkusTest
@AvecBaseEmbarquee
class ExecutionsEnGraphqlTest {

    private static final String ANNULE = "mutation { annuleExecution(id: \"%s\") { id etat termineLe } }";
    private static final String QUARANTAINE =
            "{ quarantaine(connecteur: \"deca\", motif: \"ESSAI\", first: 1%s) { totalCount nodes { id motif source extrait"
                    + " jour recueLe page rang } edges { cursor } pageInfo { hasNextPage endCursor } } }";
    private static final String REJOUE =
            "mutation { rejoueQuarantaine(connecteur: \"deca\", ids: [%s]) { rejoues acceptes rejetes } }";
    private static final LocalDate JOUR = LocalDate.of(2025, 1, 7);

    @Inject
    Pool pool;

    @Inject
    @ReactiveDataSource("lecture-journal")
    Pool lecture;

    @Inject
    Scellement scellement;

    private long execution;

    @BeforeEach
    void uneExecutionEtDeuxLignes() {
        execution = pool.query("insert into execution (connecteur, etat, relecture, demandee_le, du, au)"
                        + " values ('deca', 'EN_ATTENTE', true, now(), '2025-01-07', '2025-01-08') returning id")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
        rejette(1);
        rejette(2);
    }

    @AfterEach
    void efface() {
        pool.query("delete from execution where id = " + execution).executeAndAwait();
        pool.query(
                        "with parties as (delete from quarantaine where jour = '2025-01-07' and source = 'DECA' returning enregistrement)"
                                + " delete from secret s using parties p where s.enregistrement = p.enregistrement")
                .executeAndAwait();
    }

    @Test
    void aRunThatWaitsIsCancelledOnce() {
        var annulee = administre(ANNULE.formatted(execution));
        assertThat(annulee.getString("data.annuleExecution.etat")).isEqualTo("ANNULEE");
        assertThat(annulee.getString("data.annuleExecution.termineLe")).isNotNull();

        var encore = administre(ANNULE.formatted(execution));

        assertThat(encore.getString("errors[0].extensions.code")).isEqualTo("VALEUR_INVALIDE");
        assertThat(encore.getString("errors[0].extensions.argument")).isEqualTo("id");
        assertThat(encore.getString("errors[0].message")).contains("déjà finie");
    }

    @Test
    void aRunThatThereIsNotCannotBeCancelled() {
        for (var id : List.of("987654321", "abc", "-1", "99999999999999999999999")) {
            assertThat(administre(ANNULE.formatted(id)).getString("errors[0].message"))
                    .as(id)
                    .contains("aucune exécution");
        }
    }

    @Test
    void quarantinedRowsAreListedByReasonWithoutTheirContent() {
        var premiere = administre(QUARANTAINE.formatted(""));
        assertThat(premiere.getInt("data.quarantaine.totalCount")).isEqualTo(2);
        assertThat(premiere.getString("data.quarantaine.nodes[0].jour")).isEqualTo("2025-01-07");
        assertThat(premiere.getInt("data.quarantaine.nodes[0].rang")).isEqualTo(3);
        assertThat(premiere.getBoolean("data.quarantaine.pageInfo.hasNextPage")).isTrue();

        var suite = administre(QUARANTAINE.formatted(
                ", after: \"" + premiere.getString("data.quarantaine.pageInfo.endCursor") + "\""));

        assertThat(suite.getBoolean("data.quarantaine.pageInfo.hasNextPage")).isFalse();
        assertThat(suite.getString("data.quarantaine.nodes[0].id"))
                .isNotEqualTo(premiere.getString("data.quarantaine.nodes[0].id"));
        assertThat(premiere.prettify() + suite.prettify()).doesNotContain("Dupont");
        assertThat(
                        administre("{ connecteurs { nom quarantaine { motif nombre } executions(first: 1) { derives"
                                        + " { champ nature nombre formes } } } }")
                                .getList(
                                        "data.connecteurs.find { it.nom == 'deca' }.quarantaine.findAll { it.motif == 'ESSAI' }.nombre"))
                .isEqualTo(List.of(2));
    }

    @Test
    void anotherConnectorOfTheSameSourceHasNoRows() {
        assertThat(
                        administre("{ connecteurs { nom source quarantaine { motif } } }")
                                .getList(
                                        "data.connecteurs.find { it.nom == 'contacts-deca' && it.source == 'DECA' }.quarantaine"))
                .isEmpty();
        assertThat(administre("{ quarantaine(connecteur: \"contacts-deca\") { totalCount } }")
                        .getString("errors[0].message"))
                .contains("ne met rien en quarantaine");
    }

    @Test
    void theEndOfItsRunLeavesWhatDecaHasStaged() {
        pool.query(
                        "insert into ingestion_page (source, jour, extrait, page, pages, lus, signalements, nombres, execution) values"
                                + " ('DECA', '2025-01-07', 1, 1, 1, 0, '{}', '{}', " + execution + ")")
                .executeAndAwait();
        var autre = administre("mutation { lanceConnecteur(nom: \"contacts-deca\") { id } }")
                .getString("data.lanceConnecteur.id");

        administre(ANNULE.formatted(autre));

        assertThat(pool.query("delete from ingestion_page where execution = " + execution)
                        .executeAndAwait()
                        .rowCount())
                .isEqualTo(1);
    }

    @Test
    void rowsAreReadAgainByTodaysRulesOnceTheJournalHasIt() {
        var avant = rejeuxAuJournal();
        var id = administre(QUARANTAINE.formatted("")).getString("data.quarantaine.nodes[0].id");

        var rejeu = administre(REJOUE.formatted("\"" + id + "\", \"inconnu\""));

        assertThat(rejeu.getMap("data.rejoueQuarantaine")).isEqualTo(Map.of("rejoues", 1, "acceptes", 0, "rejetes", 1));
        assertThat(pool.query("select motif from quarantaine where jour = '2025-01-07' and motif <> 'ESSAI'")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("NUMERO_ABSENT");
        assertThat(rejeuxAuJournal()).isEqualTo(avant + 1);
    }

    @Test
    void aConnectorThatThereIsNotHasNoRows() {
        assertThat(administre("{ quarantaine(connecteur: \"autre\") { totalCount } }")
                        .getString("errors[0].extensions.argument"))
                .isEqualTo("connecteur");
        assertThat(administre(QUARANTAINE.formatted(", after: \"faux\"")).getString("errors[0].extensions.code"))
                .isEqualTo("CURSEUR_INVALIDE");
    }

    @Test
    void nobodyElseMay() {
        for (var client : new String[] {"lba", "delegue"}) {
            for (var operation :
                    new String[] {ANNULE.formatted(execution), QUARANTAINE.formatted(""), REJOUE.formatted("")}) {
                assertThat(envoie(client, operation).getString("errors[0].extensions.code"))
                        .as(client + " " + operation)
                        .isEqualTo("ROLE_REQUIS");
            }
        }
    }

    private void rejette(int rang) {
        var id = pool.query("select nextval('enregistrement_seq')")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
        var cle = scellement.nouvelle(id);
        pool.preparedQuery("insert into secret (enregistrement, epoque, enveloppe) values ($1, $2, $3)")
                .executeAndAwait(Tuple.of(id, cle.epoque(), Buffer.buffer(cle.enveloppe())));
        pool.preparedQuery("insert into quarantaine (enregistrement, source, extrait, jour, empreinte, motif, recue_le,"
                        + " contenu, page, rang) values ($1, 'DECA', 'lba', $2, $3, 'ESSAI', now(), $4, 1, $5)")
                .executeAndAwait(Tuple.of(
                        id,
                        JOUR,
                        Buffer.buffer(Long.toString(id)),
                        Buffer.buffer(scellement.scelle(
                                cle, MiseEnAttente.LIGNE, Sealed.recu("{\"alternant\":{\"nom\":\"Dupont\"}}"))),
                        rang));
    }

    private long rejeuxAuJournal() {
        return lecture.query("select count(*) from journal.entree where finalite = 'REJEU_DE_QUARANTAINE'")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
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
