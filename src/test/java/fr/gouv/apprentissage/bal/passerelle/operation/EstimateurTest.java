package fr.gouv.apprentissage.bal.passerelle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of docs/operations-enregistrees.md. */
class EstimateurTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1      | { __typename }
                    11     | { __schema { types { fields { type { name } } } } }
                    2      | { moi { id nom } }
                    2      | { contrat(id: "x") { id dateDebut } }
                    3      | { contrat(id: "x") { employeur { siret } } }
                    21     | { contrats { nodes { id dateDebut } } }
                    21     | { contrats { pageInfo { hasNextPage } } }
                    6      | { contrats(first: 5) { edges { cursor node { id } } } }
                    16     | { contrats(first: 5) { edges { node { alternant { nom } } } nodes { employeur { siret } } } }
                    106    | { contrats(first: 5) { nodes { id } totalCount } }
                    106    | { contrats(first: 5) { ...C } } fragment C on ContratConnection { nodes { id } totalCount }
                    111    | { contrats(first: 10) { nodes { sources { source } } } }
                    13     | { contrat(id: "x") { alternant { contrats { id } } } }
                    1      | { contrats(first: 0) { nodes { id } } }
                    201    | { contrats(first: 100000) { nodes { id } } }
                    1      | { contrats(first: -5) { nodes { id } } }
                    41     | { a: contrats { nodes { id } } b: contrats { nodes { id } } }
                    41     | { ...F ...F } fragment F on Query { contrats { nodes { id } } }
                    1      | { inconnu { inconnu } }
                    1      | { ...Inconnu }
                    1      | { ...F } fragment F on Query { ...F }
                    1      | subscription { inconnu }""")
    void anOperationCostsWhatItsPagesAndItsDepthMayShow(long attendu, String document) {
        assertThat(cout(document, "{}")).isEqualTo(attendu);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    51  | query Q($n: Int) { contrats(first: $n) { nodes { id } } }     | {"n": 50}
                    21  | query Q($n: Int) { contrats(first: $n) { nodes { id } } }     | {}
                    11  | query Q($n: Int = 10) { contrats(first: $n) { nodes { id } } } | {}
                    201 | query Q($n: Int) { contrats(first: $n) { nodes { id } } }     | {"n": "dix"}
                    201 | query Q($n: Int) { contrats(first: $n) { nodes { id } } }     | {"n": 2e2}
                    21  | query Q($n: Int = 1) { contrats(first: $n) { nodes { id } } } | {"n": null}
                    401 | query Q($n: Int) { contrats(first: $n) { nodes { employeur { siret } } } } | {"n": 200}
                    201 | query Q($n: Int) { contrats(first: $n) { nodes { id } } }     | {"n": 9999999999999999999999}
                    101 | query Q($n: Int) { ...F ...F } fragment F on Query { contrats(first: $n) { nodes { id } } } | {"n": 50}""")
    void aPageMayBeAVariable(long attendu, String document, String variables) {
        assertThat(cout(document, variables)).isEqualTo(attendu);
    }

    @Test
    void nestedListsMultiply() {
        var document =
                "{ contrats(first: 200) { nodes { alternant { contrats { alternant { contrats { id } } } } } } }";

        assertThat(cout(document, "{}")).isEqualTo(1 + 200L * (1 + 1 + 10 * (1 + 1 + 10)));
    }

    @Test
    void fragmentsThatUseFragmentsAreCountedQuicklyAndDoNotOverflow() {
        var document = new StringBuilder("query Q($n: Int) { ...F0 }");
        for (int i = 0; i < 200; i++) {
            document.append(" fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
        }
        document.append(" fragment F200 on Query { contrats(first: $n) { nodes { id } } }");

        assertThat(cout(document.toString(), "{\"n\": 1}")).isEqualTo(Points.PLAFOND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    0 | { contrats(filtre: {departement: ["35", "29"]}) { nodes { id } } }   | {}
                    1 | { personnes(filtre: {ine: "x"}) { nodes { id } } }                    | {}
                    2 | { personnes(filtre: {ine: "x", courriel: "y"}) { nodes { id } } }     | {}
                    1 | { personnes(filtre: {identite: {nom: "a", prenom: "b", dateNaissance: "2000-01-01"}}) { nodes { id } } } | {}
                    1 | { contrats(filtre: {alternant: {telephone: "0"}}) { nodes { id } } }  | {}
                    0 | { contrats(filtre: {alternant: {telephone: null}}) { nodes { id } } } | {}
                    2 | { a: personnes(filtre: {ine: "x"}) { nodes { id } } b: personnes(filtre: {ine: "y"}) { nodes { id } } } | {}
                    1 | query Q($i: String) { personnes(filtre: {ine: $i}) { nodes { id } } } | {"i": "x"}
                    0 | query Q($i: String) { personnes(filtre: {ine: $i}) { nodes { id } } } | {"i": null}
                    0 | query Q($i: String) { personnes(filtre: {ine: $i}) { nodes { id } } } | {}
                    1 | query Q($i: String = "x") { personnes(filtre: {ine: $i}) { nodes { id } } } | {}
                    2 | query Q($f: PersonneFiltre!) { personnes(filtre: $f) { nodes { id } } } | {"f": {"ine": "x", "courriel": "y", "telephone": null}}
                    1 | query Q($f: ContratFiltre) { contrats(filtre: $f) { nodes { id } } }  | {"f": {"alternant": {"identite": {"nom": "x"}}, "departement": ["35"]}}""")
    void aSearchIsAPersonalCriterionThatHoldsAValue(long attendu, String document, String variables) {
        var estime = Estimateur.estime(SchemaDeTest.SERVI, new Parser().parseDocument(document))
                .de("");

        assertThat(estime.orElseThrow().recherches(objet(variables))).isEqualTo(attendu);
    }

    @Test
    void theOperationIsTheOneThatIsNamed() {
        var estimation = Estimateur.estime(
                SchemaDeTest.SERVI,
                new Parser().parseDocument("query A { moi { id } } query B { contrats { nodes { id } } }"));

        assertThat(estimation.de("")).isEmpty();
        assertThat(estimation.de("C")).isEmpty();
        assertThat(estimation.de("B").orElseThrow().cout(objet("{}"))).isEqualTo(21);
    }

    private static long cout(String document, String variables) {
        return Estimateur.estime(SchemaDeTest.SERVI, new Parser().parseDocument(document))
                .de("")
                .orElseThrow()
                .cout(objet(variables));
    }

    private static JsonObject objet(String texte) {
        try (var lecteur = Json.createReader(new StringReader(texte))) {
            return lecteur.readObject();
        }
    }
}
