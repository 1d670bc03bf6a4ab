package fr.gouv.apprentissage.bal.droits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.habilitation.observation.Observation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 4, "Before granting" and "Unused rights", over HTTP: what a client really sends is what a change is tried on. */
@QuarkusTest
@AvecBaseEmbarquee
class SimulationTest {

    private static final Duration BORNE = Duration.ofSeconds(10);
    private static final String LECTURE = "{ contrats(first: 5) { nodes { dateDebut alternant { nom sexe } } } }";
    private static final String SIMULATION =
            """
            query ($h: HabilitationInput!, $r: ID) { simuleHabilitation(habilitation: $h, remplace: $r) {
              lignes operations { client operation empreinte derniereFois gagne perd } } }""";

    @Inject
    Pool service;

    @Inject
    Observation observation;

    @Inject
    RegistreCourant registre;

    private final String client = "essai-" + UUID.randomUUID().toString().substring(0, 8);
    private String habilitation;

    @BeforeEach
    void unClient() {
        administre(
                "mutation($c: String!) { creeClient(id: $c, nom: \"Essai\", finaliteParDefaut: \"essai\", motif: \"essai\") { id } }",
                Map.of("c", client));
        habilitation = administre(
                        "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                        Map.of("h", demande("Contrat.*", "Personne.nom", "Personne.sexe")))
                .getString("data.accordeHabilitation.id");
    }

    @Test
    void aReplacementThatLeavesOutAFieldLosesExactlyIt() {
        // Given
        envoie(LECTURE, Map.of());

        // When
        var simulee = simule(demande("Contrat.*", "Personne.sexe"), habilitation);

        // Then
        assertThat(simulee.getList("data.simuleHabilitation.operations.perd")).containsExactly(List.of("Personne.nom"));
        assertThat(simulee.getList("data.simuleHabilitation.operations.gagne")).containsExactly(List.of());
        assertThat(simulee.getString("data.simuleHabilitation.operations[0].client"))
                .isEqualTo(client);
        assertThat(simulee.getString("data.simuleHabilitation.operations[0].operation"))
                .contains("alternant")
                .doesNotContain("5");
        assertThat(simulee.getString("data.simuleHabilitation.operations[0].empreinte"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aRevocationLosesAllThatItGave() {
        envoie(LECTURE, Map.of());
        var rien = new HashMap<>(demande());
        rien.put("champs", List.of(Map.of("coordonnee", "Contrat.dateDebut", "acces", List.of())));

        var simulee = simule(rien, habilitation);

        assertThat(simulee.getList("data.simuleHabilitation.operations.perd"))
                .containsExactly(List.of("Contrat.alternant", "Contrat.dateDebut", "Personne.nom", "Personne.sexe"));
    }

    @Test
    void whatWasRefusedIsSeenToBeGained() {
        // Given an operation that lacks a field, and one that is refused whole for its criterion
        envoie("{ contrats { nodes { alternant { dateNaissance } } } }", Map.of());
        envoie("query($n: String) { personnes(filtre: { ine: $n }) { nodes { sexe } } }", Map.of("n", "X"));
        var masquee = new HashMap<>(demande());
        masquee.put(
                "champs",
                List.of(
                        Map.of("coordonnee", "Personne.dateNaissance", "masque", "ANNEE"),
                        Map.of("coordonnee", "Personne.ine", "acces", List.of("LIRE", "FILTRER"))));

        // When
        var simulee = simule(masquee, null);

        // Then the last met first
        assertThat(simulee.getList("data.simuleHabilitation.operations.gagne"))
                .containsExactlyInAnyOrder(
                        List.of("Personne.ine FILTRER"), List.of("Personne.dateNaissance (masque ANNEE)"));
    }

    @Test
    void whatBecomesMaskedIsLostAsItWasAndGainedMasked() {
        envoie(LECTURE, Map.of());
        var masquee = new HashMap<>(demande());
        masquee.put(
                "champs",
                List.of(
                        Map.of("coordonnee", "Contrat.*"),
                        Map.of("coordonnee", "Personne.sexe"),
                        Map.of("coordonnee", "Personne.nom", "masque", "INITIALE")));

        var simulee = simule(masquee, habilitation);

        assertThat(simulee.getList("data.simuleHabilitation.operations.perd")).containsExactly(List.of("Personne.nom"));
        assertThat(simulee.getList("data.simuleHabilitation.operations.gagne"))
                .containsExactly(List.of("Personne.nom (masque INITIALE)"));
    }

    @Test
    void withoutEffectNothingIsListedAndNothingIsWritten() {
        envoie(LECTURE, Map.of());
        var revision = registre.courant().revision();

        var simulee = simule(demande("Contrat.*", "Personne.nom", "Personne.sexe"), habilitation);

        assertThat(simulee.getList("data.simuleHabilitation.operations")).isEmpty();
        assertThat(registre.relis().await().atMost(BORNE).revision()).isEqualTo(revision);
    }

    @Test
    void whatIsOnlyTriedIsNotObserved() {
        demande(client, LECTURE, Map.of(), Map.of("X-Habilitation", "a-blanc"));
        ecris();

        assertThat(simule(demande("Contrat.*"), habilitation).getList("data.simuleHabilitation.operations"))
                .isEmpty();
    }

    @Test
    void nothingOfWhatWasSentIsKept() {
        // Given
        envoie(
                """
                query Dupont($dupont: String!) {
                  dupont: personnes(filtre: { identite: { nom: $dupont, prenom: "dupont-prenom", dateNaissance: "1987-06-05" } }) { nodes { duponts: nom ...Dupont } }
                }
                fragment Dupont on Personne { sexe }""",
                Map.of("dupont", "dupont-nom"));

        // Then
        assertThat(nombre("select count(*) from operation_observee where client = '" + client + "'"))
                .isOne();
        assertThat(nombre("select count(*) from operation_observee o where o::text ~* 'dupont|1987-06'"))
                .isZero();
    }

    @Test
    void theRowsOfThePerimeterAreRoundedAndFewAreNotTold() {
        // Given
        var rare = "OPCO " + client;
        var frequent = "OPCO frequent " + client;
        contrats(10, rare);
        contrats(25, frequent);

        // When, Then
        assertThat(lignes(Map.of("opcos", List.of(rare)))).isNull();
        assertThat(lignes(Map.of("opcos", List.of(frequent)))).isEqualTo(30);
        assertThat(lignes(Map.of("opcos", List.of(rare, frequent), "sources", List.of("DECA"))))
                .isEqualTo(40);
        assertThat(lignes(Map.of("opcos", List.of(frequent), "statuts", List.of("INSCRIT"))))
                .isNull();
        assertThat(lignes(Map.of())).isGreaterThanOrEqualTo(40);
    }

    @Test
    void beyondWhatIsCountedItIsEstimatedAndNoLess() {
        var opco = "OPCO " + client;
        contrats(25, opco);
        var perimetre = new Perimetre(null, null, null, null, null, List.of(opco), null, null);

        assertThat(new LignesAtteintes(service, 25).de(perimetre).await().atMost(BORNE))
                .isEqualTo(25);
        assertThat(new LignesAtteintes(service, 24).de(perimetre).await().atMost(BORNE))
                .isGreaterThanOrEqualTo(25);
    }

    @Test
    void whatCouldNotBeGrantedIsRefusedTheSameWay() {
        var fautive = demande("Personne.inconnu");

        var simulee = simule(fautive, null);
        var accordee = envoie(
                "administration",
                "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                Map.of("h", fautive));

        assertThat(simulee.getString("errors[0].message")).isEqualTo(accordee.getString("errors[0].message"));
        assertThat(simulee.getString("errors[0].extensions.code")).isEqualTo("VALEUR_INVALIDE");
        assertThat(simulee.getString("errors[0].extensions.argument")).isEqualTo("habilitation");
    }

    @Test
    void anUnknownOneToReplaceIsNamed() {
        var simulee = simule(demande("Contrat.*"), "nulle-part");

        assertThat(simulee.getString("errors[0].extensions.argument")).isEqualTo("remplace");
        assertThat(simulee.getString("errors[0].message")).startsWith("remplace : ");
    }

    @Test
    void nobodyElseMayAsk() {
        var refusee = envoie(client, SIMULATION, Map.of("h", demande("Contrat.*")));

        assertThat(refusee.getString("errors[0].extensions.code")).isEqualTo("ROLE_REQUIS");
    }

    @Test
    void whatIsGrantedAndDoesNotServeShows() {
        // Given a version of a hundred days ago, observed all that time
        envoie(LECTURE, Map.of());
        var depuis = texte("select jour::text from observation_depuis");
        execute("update observation_depuis set jour = jour - 100");
        execute("update habilitation set ouverte_le = ouverte_le - interval '100 days' where client = '" + client
                + "'");
        try {
            // When, Then
            var siens = envoie(client, "{ moi { habilitations { inutilises } } }", Map.of())
                    .<String>getList("data.moi.habilitations[0].inutilises");
            assertThat(siens)
                    .contains("Contrat.statut")
                    .doesNotContain("Contrat.dateDebut", "Contrat.alternant", "Personne.nom", "Personne.sexe");
            assertThat(administre("{ clients { id habilitations { inutilises } } }", Map.of())
                            .<String>getList(
                                    "data.clients.find { it.id == '" + client + "' }.habilitations[0].inutilises"))
                    .isEqualTo(siens);
        } finally {
            execute("update observation_depuis set jour = '" + depuis + "'");
        }
        assertThat(envoie(client, "{ moi { habilitations { inutilises } } }", Map.of())
                        .<String>getList("data.moi.habilitations[0].inutilises"))
                .isNull();
    }

    private Integer lignes(Map<String, Object> perimetre) {
        var demande = new HashMap<>(demande("Contrat.*"));
        demande.put("perimetre", perimetre);
        var simulee = simule(demande, null);
        assertThat(simulee.<Object>getList("errors")).isNull();
        return simulee.get("data.simuleHabilitation.lignes");
    }

    private JsonPath simule(Map<String, Object> demande, String remplace) {
        var variables = new HashMap<String, Object>();
        variables.put("h", demande);
        variables.put("r", remplace);
        return envoie("administration", SIMULATION, variables);
    }

    private Map<String, Object> demande(String... coordonnees) {
        return Map.of(
                "client", client,
                "finalite", "essai",
                "baseLegale", "art. 6.1.e RGPD",
                "du", "2026-01-01",
                "au", "2030-12-31",
                "perimetre", Map.of("sources", List.of("DECA")),
                "champs",
                        Stream.of(coordonnees)
                                .map(coordonnee -> Map.of("coordonnee", coordonnee))
                                .toList());
    }

    private JsonPath administre(String document, Map<String, Object> variables) {
        var reponse = envoie("administration", document, variables);
        assertThat(reponse.<Object>getList("errors")).isNull();
        return reponse;
    }

    /** In the name of the client under test, and observed when this returns. */
    private void envoie(String document, Map<String, Object> variables) {
        envoie(client, document, variables);
        ecris();
    }

    private static JsonPath envoie(String qui, String document, Map<String, Object> variables) {
        return demande(qui, document, variables, Map.of());
    }

    private static JsonPath demande(
            String qui, String document, Map<String, Object> variables, Map<String, String> entetes) {
        return given().contentType("application/json")
                .accept("application/json")
                .header("Authorization", JetonsDeTest.enTete(qui))
                .headers(entetes)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .jsonPath();
    }

    private void contrats(int nombre, String opco) {
        var premier = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        execute(
                "insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue, employeur_opco) select "
                        + premier + " + n, 'DECA', now(), now(), now(), now(), '" + opco + "' from generate_series(1, "
                        + nombre + ") n");
    }

    /** Waits for what the scheduler is writing at this moment, too. */
    private void ecris() {
        observation.ecris().await().atMost(BORNE);
    }

    private long nombre(String sql) {
        return service.query(sql)
                .execute()
                .await()
                .atMost(BORNE)
                .iterator()
                .next()
                .getLong(0);
    }

    private String texte(String sql) {
        return service.query(sql)
                .execute()
                .await()
                .atMost(BORNE)
                .iterator()
                .next()
                .getString(0);
    }

    private void execute(String sql) {
        service.query(sql).execute().await().atMost(BORNE);
    }
}
