package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static fr.gouv.apprentissage.bal.attaque.Cible.tropGrande;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that cost much to read, to check or to execute. */
class FormeDeDocumentIT {

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @Test
    void attaque01_mille_alias() {
        tropGrande(cible.demande("lba", "{ " + alias(1000, "__typename") + " }"), "alias");
        tropGrande(cible.demande("lba", "{ " + alias(1000, "contrats(first: 1) { nodes { id } }") + " }"), "jetons");
    }

    @Test
    void attaque01_alias_multiplies_par_des_fragments() {
        var fragments = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "fragment F%d on Contrat { x%d: id ...F%d ...F%d }".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining(" "));

        tropGrande(
                cible.demande(
                        "lba", "{ contrats { nodes { ...F20 } } } " + fragments + " fragment F0 on Contrat { id }"),
                "alias");
    }

    @Test
    void attaque03_surcharge_de_directives() {
        tropGrande(
                cible.demande("lba", "{ contrats { nodes { " + "id @include(if: true) ".repeat(60) + "} } }"),
                "directives");
        tropGrande(cible.demande("lba", "{ moi { id " + "@aa".repeat(70_000) + " } }"), "caracteres");
        tropGrande(cible.demande("lba", "{ moi { id " + "@aa".repeat(20_000) + " } }"), "jetons");
    }

    @Test
    void attaque04_repetition_d_un_champ() {
        var repetes = cible.demande("lba", "{ moi { " + "id ".repeat(900) + "} }");

        assertThat(repetes.corps()).isEqualTo("{\"data\":{\"moi\":{\"id\":\"lba\"}}}");
        tropGrande(cible.demande("lba", "{ moi { " + "id ".repeat(4_000) + "} }"), "champs");
        tropGrande(cible.demande("lba", "{ moi { " + "id ".repeat(6_000) + "} }"), "jetons");
    }

    @Test
    void attaque05_fragments_circulaires() {
        refusee(
                cible.demande(
                        "lba", "{ moi { ...A } } fragment A on Client { id ...B } fragment B on Client { nom ...A }"),
                400,
                "REQUETE_INVALIDE");
        refusee(
                cible.demande(
                        "lba",
                        "{ contrats { nodes { ...A } } } fragment A on Contrat { alternant { contrats { ...A } } }"),
                400,
                "REQUETE_INVALIDE");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 2_000})
    void attaque06_imbrication_profonde(int tours) {
        tropGrande(
                cible.demande(
                        "lba",
                        "{ contrats { nodes " + "{ alternant { contrats ".repeat(tours) + "{ id } "
                                + "} } ".repeat(tours) + "} }"),
                "profondeur",
                "imbrication");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
                "{ __schema { types { name } } encore: __schema { types { name } } }",
                "{ __type(name: \"Query\") { fields { type { fields { type { fields { type { fields { name } } } } } } } } }"
            })
    void attaque07_introspection_cyclique(String document) {
        refusee(cible.demande("lba", document), 413, "REQUETE_TROP_GRANDE");
    }

    @Test
    void attaque07_une_introspection_honnete_est_servie() {
        assertThat(cible.demande("lba", IntrospectionQuery.INTROSPECTION_QUERY)
                        .donnees()
                        .at("/__schema/types"))
                .isNotEmpty();
    }

    @Test
    void attaque12_corps_demesure() {
        var geante = Map.of("f", Collections.nCopies(20_000, "AQAAAAAAAAAAAAAAAAAAAAA"));

        tropGrande(
                cible.appel()
                        .demande("lba", "query($f: [ID!]) { contrats(filtre: { ids: $f }) { nodes { id } } }", geante),
                "corps");
        tropGrande(
                cible.demande(
                        "lba", "{ organismes(filtre: { texte: \"" + "a".repeat(300_000) + "\" }) { nodes { uai } } }"),
                "corps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ alternant: "})
    void attaque12_litteral_imbrique(String ouvrante) {
        var fermante = ouvrante.equals("[") ? "]" : "}";

        tropGrande(
                cible.demande(
                        "lba",
                        "{ contrats(filtre: " + ouvrante.repeat(1_000) + "1" + fermante.repeat(1_000)
                                + ") { nodes { id } } }"),
                "imbrication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first: %s", "filtre: { ids: [%s] }", "first: 1.%s"})
    void attaque12_nombre_demesure_dans_le_document(String argument) {
        tropGrande(
                cible.demande("lba", "{ contrats(" + argument.formatted("9".repeat(200_000)) + ") { nodes { id } } }"),
                "chiffres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nombre", "liste", "objet"})
    void attaque12_json_demesure(String forme) {
        var valeur =
                switch (forme) {
                    case "nombre" -> "9".repeat(200_000);
                    case "liste" -> "[".repeat(50_000) + "]".repeat(50_000);
                    default -> "{\"a\":".repeat(30_000) + "1" + "}".repeat(30_000);
                };

        refusee(
                cible.appel()
                        .poste(
                                "lba",
                                "{\"query\": \"{ moi { id } }\", \"variables\": {\"a\": " + valeur + "}}",
                                Map.of()),
                400,
                "REQUETE_ILLISIBLE");
    }

    private static String alias(int nombre, String champ) {
        return IntStream.range(0, nombre).mapToObj(i -> "a" + i + ": " + champ).collect(Collectors.joining(" "));
    }
}
