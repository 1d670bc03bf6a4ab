package fr.gouv.apprentissage.bal.passerelle.http;

import static fr.gouv.apprentissage.bal.passerelle.http.Requetes.de;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.introspection.IntrospectionQuery;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each demonstration client sees of the schema, over HTTP, with its own token. */
@Tag("attaque08")
@Tag("attaque09")
@Tag("attaque24")
@QuarkusTest
@AvecBaseEmbarquee
class SchemaParClientTest {

    @Inject
    GraphQLSchema entier;

    @Test
    void laBonneAlternanceSeesWhatItIsGranted() {
        assertThat(duTexte(texte("lba")))
                .contains(
                        "Personne.courriels",
                        "ContratFiltre.statut",
                        "ContratFiltre.debutDu",
                        "ContratTri.DATE_DEBUT_DESC")
                .contains("Query.personne", "Query.contrats")
                .doesNotContain(
                        "Personne.telephones", "Personne.handicap", "Contrat.numero", "ContratConnection.totalCount")
                .doesNotContain("Query.personnes", "PersonneFiltre.ine", "ContratFiltre.alternant")
                .noneMatch(membre -> membre.startsWith("Mutation."));
    }

    @Test
    void theTableauDeBordSeesTheSearchesThatItIsGranted() {
        assertThat(duTexte(texte("tdb")))
                .contains("Query.personnes", "PersonneFiltre.ine", "PersonneFiltre.identite", "ContratFiltre.alternant")
                .contains("ContratConnection.totalCount")
                .doesNotContain("PersonneFiltre.courriel", "PersonneFiltre.telephone")
                .doesNotContain("Personne.handicap", "Personne.nationalite", "PersonneConnection.totalCount");
    }

    @Test
    void whoIsGrantedNothingSeesNoPersonalField() {
        assertThat(texte("sans-droit"))
                .contains("moi: Client!", "organismes(")
                .doesNotContain("Contrat", "Personne", "@personnel", "connecteurs", "divulgations");
    }

    @Test
    void anAdministratorSeesAllOfIt() {
        assertThat(texte("administration")).isEqualTo(SchemaServi.texte(entier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lba", "tdb", "sans-droit", "delegue", "administration"})
    void introspectionAndTheTextShowTheSame(String client) {
        var introspection = interroge(client);

        assertThat(deLIntrospection(introspection)).isEqualTo(duTexte(texte(client)));
    }

    @Test
    void oneTextOfIntrospectionIsNeverAnsweredByWhatAnotherClientSees() throws Exception {
        var attendus = Map.of(
                "lba", interroge("lba").prettify(),
                "tdb", interroge("tdb").prettify(),
                "sans-droit", interroge("sans-droit").prettify());
        var fils = Executors.newFixedThreadPool(3);
        try {
            var taches = IntStream.range(0, 30)
                    .mapToObj(i -> List.of("lba", "tdb", "sans-droit").get(i % 3))
                    .<Callable<Boolean>>map(
                            client -> () -> interroge(client).prettify().equals(attendus.get(client)))
                    .toList();
            for (var reponse : fils.invokeAll(taches)) {
                assertThat(reponse.get()).isTrue();
            }
        } finally {
            fils.shutdown();
        }
        assertThat(Set.copyOf(attendus.values())).hasSize(3);
    }

    @Test
    void introspectionStandsBesideOtherRootFieldsInTheirOrder() {
        var reponse = demande(
                "lba",
                "{ cache: __type(name: \"PersonneFiltre\") { name } moi { id } vu: __schema { queryType { name } } }");

        assertThat(reponse.asString())
                .isEqualTo(
                        "{\"data\":{\"cache\":null,\"moi\":{\"id\":\"lba\"},\"vu\":{\"queryType\":{\"name\":\"Query\"}}}}");
    }

    @Test
    void aFieldThatIsHiddenIsRefusedAndNotUnknown() {
        var reponse = demande("lba", "{ __schema { queryType { name } } contrats(first: 1) { nodes { numero } } }");

        assertThat(reponse.jsonPath().getString("errors[0].extensions.code")).isEqualTo("CHAMP_NON_HABILITE");
        assertThat(reponse.jsonPath().getString("data.__schema.queryType.name")).isEqualTo("Query");
    }

    @Test
    void anExcessiveIntrospectionIsRefusedWhole() {
        var reponse = demande("lba", "{ a: __schema { types { name } } b: __schema { types { name } } moi { id } }");

        assertThat(reponse.statusCode()).isEqualTo(413);
        assertThat(reponse.asString()).doesNotContain("\"data\"");
    }

    @Test
    void aRevocationHidesAtOnce() {
        // Given
        administre(
                "mutation { creeClient(id: \"essai-schema\", nom: \"Essai\", finaliteParDefaut: \"essai\", motif: \"essai\") { id } }",
                Map.of());
        var id = administre(
                        "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                        Map.of("h", habilitation()))
                .getString("data.accordeHabilitation.id");
        assertThat(texte("essai-schema")).contains("dateRupture: Date").doesNotContain("dateDebut:");

        // When
        administre("mutation($id: ID!) { revoqueHabilitation(id: $id, motif: \"fin\") { id } }", Map.of("id", id));

        // Then
        assertThat(texte("essai-schema")).doesNotContain("dateRupture");
        assertThat(deLIntrospection(interroge("essai-schema"))).doesNotContain("Contrat.dateRupture");
    }

    /** Every kind of fault of validation, about what this client does not see. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ personnes(filtre: { in: \"x\" }) { totalCount } }",
                "{ personnes(filtr: {}) { totalCount } }",
                "{ personnes { totalCount } }",
                "{ personnes(filtre: null) { totalCount } }",
                "{ contrats(tri: DATE_DEBU) { totalCount } }",
                "{ contrats(tri: \"DATE_DEBUT\") { totalCount } }",
                "{ contrats(filtre: { statut: [ACTI] }) { totalCount } }",
                "{ contrats(filtre: { debutDu: 3 }) { totalCount } }",
                "{ contrats }",
                "{ contrats { nodes { handica } } }",
                "{ contrats { nodes { alternant { handicap { x } } } } }",
                "{ contrats { nodes { alternant } } }",
                "{ contrats { nodes { ... on Personn { nom } } } }",
                "{ contrats { nodes { ... on Personne { nom } } } }",
                "{ contrats { nodes { a: dateDebut a: statut } } }",
                "{ ...F } fragment F on Query { ...F }",
                "{ moi { id } } fragment F on Personne { nom }",
                "fragment F on ContratFiltre { ids } { ...F }",
                "query($f: PersonneFiltr) { personnes(filtre: $f) { totalCount } }",
                "query($f: ContratFiltre) { personnes(filtre: $f) { totalCount } }",
                "query($f: Personne) { __typename }",
                "query($f: PersonneFiltre) { __typename }",
                "{ personnes(filtre: { identite: { nom: \"x\" } }) { totalCount } }",
                "{ personnes(filtre: { ine: \"x\", ine: \"y\" }) { totalCount } }",
                "{ contrats @personnel { totalCount } }",
                "{ contrats @personnel(classe: SENSIBL) { totalCount } }",
                "mutation { accordeHabilitatio { id } }",
                "mutation { accordeHabilitation { id } }",
                "mutation { accordeHabilitation(habilitation: { client: 1 }) { id } }",
                "subscription { contrats { totalCount } }",
                "{ __type(nam: \"Personne\") { name } }"
            })
    void noMessageNamesWhatIsNotSeen(String document) {
        var reponse = demande("sans-droit", document);

        var message = reponse.jsonPath().getList("errors.message", String.class);
        assertThat(message).isNotEmpty();
        for (var mot : noms()) {
            assertThat(message).allSatisfy(texte -> assertThat(texte).doesNotContainPattern("\\b" + mot + "\\b"));
        }
        assertThat(reponse.jsonPath().getList("errors.extensions.collect { it.keySet() }.flatten()"))
                .containsOnly("code");
    }

    /** Names of the schema that are no French words of a message: types, and members in camel case or capitals. */
    private Set<String> noms() {
        var noms = new TreeSet<String>();
        duTexte(SchemaServi.texte(entier)).forEach(membre -> noms.addAll(List.of(membre.split("\\."))));
        noms.removeIf(nom ->
                nom.matches("[a-zéè]+") || Set.of("Client", "Query", "Mutation").contains(nom));
        return noms;
    }

    private static Set<String> duTexte(String texte) {
        var schema = new SchemaParser().parse(texte);
        var membres = new TreeSet<String>();
        schema.getTypes(ObjectTypeDefinition.class).forEach(type -> type.getFieldDefinitions()
                .forEach(champ -> membres.add(type.getName() + "." + champ.getName())));
        schema.getTypes(InputObjectTypeDefinition.class).forEach(type -> type.getInputValueDefinitions()
                .forEach(critere -> membres.add(type.getName() + "." + critere.getName())));
        schema.getTypes(EnumTypeDefinition.class).forEach(type -> type.getEnumValueDefinitions()
                .forEach(valeur -> membres.add(type.getName() + "." + valeur.getName())));
        return membres;
    }

    private static Set<String> deLIntrospection(JsonPath introspection) {
        var membres = new TreeSet<String>();
        for (var type : introspection.<Map<String, Object>>getList("data.__schema.types")) {
            var nom = (String) type.get("name");
            if (!nom.startsWith("__")) {
                for (var genre : List.of("fields", "inputFields", "enumValues")) {
                    var siens = (List<?>) type.get(genre);
                    new ArrayList<Object>(siens == null ? List.of() : siens)
                            .forEach(membre -> membres.add(nom + "." + ((Map<?, ?>) membre).get("name")));
                }
            }
        }
        return membres;
    }

    private static Map<String, Object> habilitation() {
        return Map.of(
                "client", "essai-schema",
                "finalite", "essai",
                "baseLegale", "art. 6.1.e RGPD",
                "du", "2026-01-01",
                "au", "2030-12-31",
                "perimetre", Map.of("sources", List.of("DECA")),
                "champs", List.of(Map.of("coordonnee", "Contrat.dateRupture")));
    }

    private static JsonPath administre(String document, Map<String, ?> variables) {
        var reponse = de("administration")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
        assertThat(reponse.asString()).doesNotContain("errors");
        return reponse.jsonPath();
    }

    private static JsonPath interroge(String client) {
        var reponse = demande(client, IntrospectionQuery.INTROSPECTION_QUERY);
        assertThat(reponse.statusCode()).isEqualTo(200);
        return reponse.jsonPath();
    }

    private static String texte(String client) {
        return de(client)
                .get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response demande(String client, String document) {
        return de(client, document).post("/graphql");
    }
}
