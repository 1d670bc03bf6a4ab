package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Criteria that a language of patterns or SQL would read as more than text. */
class RechercheDeTexteIT {

    private static final String ORGANISMES = "query($t: String) { organismes(filtre: { texte: $t }) { totalCount } }";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "%\\", ".*", "' or 1=1 --", "*", ":*", "%%%%%%%%%%%%", "(.+)+$"})
    void attaque13_motifs_like_et_expressions_regulieres(String texte) {
        assertThat(nombre(texte)).isZero();
    }

    @Test
    void attaque13_un_mot_se_trouve_et_un_joker_ne_l_elargit_pas() {
        assertThat(nombre("cfa")).isPositive();
        assertThat(nombre("zzcfa")).isZero();
        assertThat(nombre("%cfa%")).isEqualTo(nombre("cfa"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5%", "' or true --", "{53}", "53,24", "\\x35", "*"})
    void attaque13_une_liste_de_textes_n_est_que_du_texte(String region) {
        var reponse = cible.appel()
                .demande(
                        "tdb",
                        "query($r: [String!]) { contrats(filtre: { region: $r }) { totalCount } }",
                        Map.of("r", region));

        assertThat(reponse.donnees().at("/contrats/totalCount").asInt(-1)).isZero();
    }

    @Test
    void attaque13_un_caractere_que_la_base_n_admet_pas_est_une_valeur_invalide() {
        refusee(
                cible.appel()
                        .demande(
                                "tdb",
                                "query($r: [String!]) { contrats(filtre: { region: $r }) { totalCount } }",
                                Map.of("r", "5\0003")),
                400,
                "VALEUR_INVALIDE");
    }

    private static int nombre(String texte) {
        JsonNode total = cible.appel()
                .demande("lba", ORGANISMES, Map.of("t", texte))
                .donnees()
                .at("/organismes/totalCount");
        assertThat(total.isInt()).isTrue();
        return total.asInt();
    }
}
