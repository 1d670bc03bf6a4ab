package fr.gouv.apprentissage.bal.droits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Who has seen my phone number, and why?", over HTTP. */
@QuarkusTest
@AvecBaseEmbarquee
class DivulgationsTest {

    private static final Duration BORNE = Duration.ofSeconds(10);
    private static final String QUESTION =
            """
            query ($personne: ID, $champ: String, $client: String, $du: DateTime, $au: DateTime, $first: Int, $after: String) {
              divulgations(personne: $personne, champ: $champ, client: $client, du: $du, au: $au, first: $first, after: $after) {
                nodes { id le client agent finalite habilitations operation coordonnees personnes }
                pageInfo { hasNextPage endCursor } totalCount } }""";

    @Inject
    Pool service;

    @Inject
    @ReactiveDataSource("lecture-journal")
    Pool lecture;

    @Inject
    Journal journal;

    @Inject
    Pseudonymes pseudonymes;

    @Inject
    RegistreCourant registre;

    private long personne;
    private long survivante;
    private UUID premier;
    private UUID second;

    @BeforeEach
    void uneCitoyenne() {
        personne = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        survivante = personne + 1;
        premier = enregistrement(personne, survivante);
        second = enregistrement(personne + 1, survivante);
        execute("insert into personne_fusionnee values (" + personne + ", " + survivante + ")");
    }

    @Test
    void whoSawWhichFieldWhenForWhichPurposeUnderWhichHabilitation() {
        // Given: her two records seen by two clients, and another's by one
        divulgue("lba", List.of("Personne.telephones"), premier);
        divulgue("tdb", List.of("Personne.nom"), second);
        divulgue("lba", List.of("Personne.nom"), UUID.randomUUID());

        // When the id is that of before a merge
        var page = demande(Map.of("personne", id()));

        // Then, newest first
        assertThat(page.getList("data.divulgations.nodes.client")).containsExactly("tdb", "lba");
        assertThat(page.getList("data.divulgations.nodes.coordonnees"))
                .containsExactly(List.of("Personne.nom"), List.of("Personne.telephones"));
        assertThat(page.getString("data.divulgations.nodes[0].finalite")).isEqualTo("suivi");
        assertThat(page.getList("data.divulgations.nodes[0].habilitations")).containsExactly("essai-2026");
        assertThat(page.getInt("data.divulgations.nodes[0].personnes")).isEqualTo(1);
        assertThat(page.getInt("data.divulgations.totalCount")).isEqualTo(2);
    }

    @Test
    void aFieldNarrowsTheAnswer() {
        divulgue("lba", List.of("Personne.telephones"), premier);
        divulgue("tdb", List.of("Personne.nom"), premier);

        var page = demande(Map.of("personne", id(), "champ", "Personne.telephones"));

        assertThat(page.getList("data.divulgations.nodes.client")).containsExactly("lba");
    }

    @Test
    void forABreachWhatAClientSawBetweenTwoMoments() {
        // Given
        var client = "fuite-" + UUID.randomUUID();
        divulgue(client, List.of("Personne.nom"), premier);
        var du = "2020-01-01T00:00:00Z";
        var au = "2090-01-01T00:00:00Z";

        // When, Then
        assertThat(demande(Map.of("client", client, "du", du, "au", au)).getList("data.divulgations.nodes"))
                .hasSize(1);
        assertThat(demande(Map.of("client", client, "du", au)).getList("data.divulgations.nodes"))
                .isEmpty();
        assertThat(demande(Map.of("client", client, "au", du)).getList("data.divulgations.nodes"))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherAndACursorIsOfItsListAlone() {
        // Given
        for (int n = 0; n < 5; n++) {
            divulgue("lba", List.of("Personne.nom"), premier);
        }

        // When
        var une = demande(Map.of("personne", id(), "first", 3));
        var suite = une.getString("data.divulgations.pageInfo.endCursor");
        var deux = demande(Map.of("personne", id(), "first", 3, "after", suite));

        // Then: the page before has itself been asked for since, and is no disclosure of hers by another
        assertThat(une.getList("data.divulgations.nodes.id")).hasSize(3);
        assertThat(une.getBoolean("data.divulgations.pageInfo.hasNextPage")).isTrue();
        assertThat(deux.getList("data.divulgations.nodes.id"))
                .hasSizeBetween(2, 3)
                .doesNotContainAnyElementsOf(une.getList("data.divulgations.nodes.id"));
        assertThat(code(demande(Map.of("personne", id(), "first", 3, "after", suite, "champ", "Personne.nom"))))
                .isEqualTo("CURSEUR_INVALIDE");
    }

    @Test
    void askingIsInTheJournalToo() {
        // When
        demande(Map.of("personne", id()));

        // Then
        assertThat(nombre("select count(*) from journal.entree where client = 'delegue'"
                        + " and recherches = '{Query.divulgations}' and sujets @> array['" + premier + "', '" + second
                        + "']::uuid[]"))
                .isEqualTo(1);
    }

    @Test
    void withoutPersonNorClientTheArgumentIsNamed() {
        var page = demande(Map.of("champ", "Personne.nom"));

        assertThat(code(page)).isEqualTo("VALEUR_INVALIDE");
        assertThat(page.getString("errors[0].extensions.argument")).isEqualTo("personne");
    }

    @Test
    void anIdOfAnotherClientNamesNobody() {
        divulgue("lba", List.of("Personne.nom"), premier);

        var page = demande(Map.of("personne", pseudonymes.id("lba", "Personne", survivante)));

        assertThat(page.getList("data.divulgations.nodes")).isEmpty();
    }

    @Test
    void nobodyElseMayAsk() {
        assertThat(code(demande("lba", Map.of("client", "lba")))).isEqualTo("ROLE_REQUIS");
    }

    private String id() {
        return pseudonymes.id("delegue", "Personne", personne);
    }

    private UUID enregistrement(long id, long de) {
        execute("insert into identite (enregistrement, personne, source, etat_du) values (" + id + ", " + de
                + ", 'DECA', now())");
        execute("insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue) values (" + id
                + ", 'DECA', now(), now(), now(), now())");
        return service.query("select jeton from contrat where id = " + id)
                .execute()
                .await()
                .atMost(BORNE)
                .iterator()
                .next()
                .getUUID(0);
    }

    private void divulgue(String client, List<String> coordonnees, UUID sujet) {
        journal.inscris(new fr.gouv.apprentissage.bal.journal.Divulgation(
                        client,
                        Optional.of("agent-7"),
                        Optional.of("suivi"),
                        List.of("essai-2026"),
                        new byte[32],
                        Optional.empty(),
                        coordonnees,
                        List.of(),
                        List.of(sujet),
                        registre.courant().revision(),
                        Optional.empty(),
                        1))
                .await()
                .atMost(BORNE);
    }

    private static JsonPath demande(Map<String, Object> variables) {
        return demande("delegue", variables);
    }

    private static JsonPath demande(String client, Map<String, Object> variables) {
        return given().contentType("application/json")
                .accept("application/json")
                .header("Authorization", JetonsDeTest.enTete(client))
                .body(Map.of("query", QUESTION, "variables", variables))
                .post("/graphql")
                .jsonPath();
    }

    private static String code(JsonPath reponse) {
        return reponse.getString("errors[0].extensions.code");
    }

    private long nombre(String sql) {
        return lecture.query(sql)
                .execute()
                .await()
                .atMost(BORNE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql) {
        service.query(sql).execute().await().atMost(BORNE);
    }
}
