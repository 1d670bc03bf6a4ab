package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 26: a look-up by blind index asks the same of the database and of the keys whether or not it finds. */
class RechercheAveugleTest {

    private static final String BRETAGNE = "53";
    private static final String PARIS = "11";
    private static final String CONNUE = Hasard.INES.get(0);
    private static final String AUTRE = Hasard.INES.get(1);

    private static Banc banc;

    @BeforeAll
    static void demarre() throws Exception {
        banc = new Banc();
    }

    @AfterAll
    static void arrete() throws Exception {
        banc.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ p: personnes(filtre: {ine: \"%s\"}) { nodes { __typename } } }",
                "{ p: personnes(filtre: {ine: \"%s\"}) { totalCount pageInfo { hasNextPage } nodes { id contrats { id alternant { id } } } } }",
                "{ c: contrats(filtre: {alternant: {ine: \"%s\"}}) { totalCount nodes { id changements { champ } alternant { id } } } }",
                "{ a: personnes(filtre: {ine: \"%s\"}) { nodes { id } } b: contrats(first: 1) { nodes { id } } }"
            })
    void attaque26_meme_travail_que_la_recherche_trouve_ou_non(String modele) throws Exception {
        var document = modele.formatted(CONNUE);

        var trouvee = exemple(BRETAGNE, CONNUE).mesure(document);
        var horsPerimetre = exemple(PARIS, CONNUE).mesure(document);
        var inconnue = exemple(BRETAGNE, AUTRE).mesure(document);

        assertThat(trouvee.instructions()).isNotEmpty();
        assertThat(horsPerimetre).isEqualTo(trouvee);
        assertThat(inconnue).isEqualTo(trouvee);
    }

    @Test
    void attaque26_hors_perimetre_rien_n_est_ouvert() throws Exception {
        var document = "{ p: personnes(filtre: {ine: \"" + CONNUE + "\"}) { nodes { ine contrats { numero } } } }";

        var horsPerimetre = exemple(PARIS, CONNUE).mesure(document);
        var inconnue = exemple(BRETAGNE, AUTRE).mesure(document);
        var trouvee = exemple(BRETAGNE, CONNUE).mesure(document);

        assertThat(horsPerimetre).isEqualTo(inconnue);
        assertThat(horsPerimetre.ouvertures()).isZero();
        assertThat(trouvee.instructions()).isEqualTo(inconnue.instructions());
        assertThat(trouvee.ouvertures()).isPositive();
    }

    private static ExempleDeDroits exemple(String region, String ine) {
        return new ExempleDeDroits(banc)
                .contrat(1, region, 7, 0, "Personne.ine", ine)
                .contrat(2, BRETAGNE, 8, 0, "Personne.ine", Hasard.INES.get(2))
                .habilitation(
                        "lecture",
                        BRETAGNE,
                        "Contrat.type LIRE",
                        "Contrat.numero LIRE",
                        "Contrat.changements LIRE",
                        "Contrat.alternant LIRE+FILTRER",
                        "ContratConnection.totalCount LIRE",
                        "PersonneConnection.totalCount LIRE",
                        "Personne.contrats LIRE",
                        "Personne.ine LIRE+FILTRER");
    }
}
