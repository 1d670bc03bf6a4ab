package fr.gouv.apprentissage.bal.passerelle.execution;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

/** Of a document only names of the schema are kept. */
class DocumentDepouilleTest {

    @Test
    void nothingThatItsAuthorChoseIsLeft() {
        var texte = texte(
                """
                # cherche Dupont
                query Dupont($dupont: String = "dupont-1", $f: PersonneFiltre = { nom: "dupont-2" }, $avec: Boolean!) {
                  dupont1: personnes(filtre: { nom: $dupont, prenoms: ["dupont-3"], ine: \"""dupont-4\""" }, first: 4242) {
                    nodes { dupont2: nom @include(if: $avec) ...Dupont ... on Personne { duponts: sexe } }
                  }
                  contrats(filtre: { statut: [DUPONT_CINQ], dateDebut: { min: 4243.5 } }, tri: DUPONT_SIX) { ...dupontContrats @skip(if: true) }
                  autre: personnes(filtre: $f) { nodes { nom } }
                }
                fragment Dupont on Personne { dupont3: prenoms }
                fragment dupontContrats on ContratConnection { nodes { dateDebut } }
                """);

        assertThat(texte).doesNotContainIgnoringCase("dupont").doesNotContain("4242", "4243", "true", "autre");
        assertThat(texte)
                .contains(
                        "personnes",
                        "filtre",
                        "prenoms",
                        "ine",
                        "include",
                        "on Personne",
                        "dateDebut",
                        "ContratConnection")
                .containsPattern("\\$v\\d:String=")
                .containsPattern("nom:\\$v\\d")
                .contains("...F1", "fragment F1 on Personne", "...F2", "fragment F2 on ContratConnection");
    }

    @Test
    void twoThatDifferByNamesAndLiteralsAloneHaveOneText() {
        assertThat(texte("query A($x: ID!) { a: contrat(id: $x) { id } personne(id: \"p\") { nom } }"))
                .isEqualTo(texte("query B($y: ID!) { contrat(id: $y) { b: id } personne(id: \"q\") { nom } }"));
    }

    @Test
    void aLongOneIsCut() {
        assertThat(texte("{" + " moi { id }".repeat(2_000) + "}")).hasSize(4_001);
    }

    private static String texte(String document) {
        return DocumentDepouille.texte(new Parser().parseDocument(document));
    }
}
