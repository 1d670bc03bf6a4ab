package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways round a right on a field, a row, a purpose or a moment. */
class DroitsIT {

    private static final String ADRESSE = "(?s).*[^\"\\s]@[^\"\\s].*";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ contrats(filtre: { cfd: [\"32031310\"] }) { nodes { id } } }|FILTRE_NON_HABILITE",
                "{ contrats(filtre: { rupture: true }) { nodes { id } } }|FILTRE_NON_HABILITE",
                "{ contrats(filtre: { rupture: false }) { totalCount } }|FILTRE_NON_HABILITE",
                "{ contrats(filtre: { employeurSiren: [] }) { pageInfo { hasNextPage } } }|FILTRE_NON_HABILITE",
                "{ contrats(filtre: { alternant: {} }) { nodes { id } } }|FILTRE_NON_HABILITE",
                "{ contrats(first: 0, filtre: { alternant: { courriel: \"a@b.fr\" } }) { nodes { id } } }|FILTRE_NON_HABILITE",
                "{ contrats(filtre: { modifieDepuis: \"2026-01-01T00:00:00Z\" }) { pageInfo { endCursor } } }|FILTRE_NON_HABILITE",
                "{ personnes(filtre: { ine: \"123456789AB\" }) { nodes { id } } }|FILTRE_NON_HABILITE",
                "{ personnes(filtre: { telephone: \"0612345678\" }) { edges { cursor } } }|FILTRE_NON_HABILITE"
            })
    void attaque15_filtre_et_curseur_sur_un_champ_non_accorde(String document, String code) {
        refusee(cible.demande("lba", document), 403, code);
    }

    @Test
    void attaque15_tri_et_compte_sur_un_champ_non_accorde() {
        refusee(
                cible.demande("delegue", "{ contrats(tri: DATE_DEBUT, first: 0) { pageInfo { hasNextPage } } }"),
                403,
                "TRI_NON_HABILITE");

        var compte = cible.demande("lba", "{ contrats(first: 0) { totalCount } }");
        assertThat(compte.donnees().at("/contrats/totalCount").isNull()).isTrue();
        assertThat(compte.codes()).containsExactly("CHAMP_NON_HABILITE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ contrats { nodes { alternant { nom: courriels } } } }",
                "{ contrats { nodes { alternant { nom ... { a: courriels } ... on Personne { b: courriels } } } } }",
                "{ contrats { nodes { ...A } } } fragment A on Contrat { x: alternant { ...B } } fragment B on Personne { courriels }",
                "{ contrats { edges { node { alternant { contrats { alternant { courriels } } } } } } }",
                "{ x: contrats { nodes { y: alternant { courriels @include(if: true) @skip(if: false) } } } }"
            })
    void attaque17_alias_et_fragments_autour_d_un_champ(String document) {
        var reponse = cible.demande("lba", document);

        assertThat(reponse.statut()).isEqualTo(200);
        assertThat(reponse.codes()).contains("CHAMP_NON_HABILITE");
        assertThat(ClientDEssai.textes(reponse, "coordonnee")).contains("Personne.courriels");
        assertThat(reponse.corps()).doesNotMatch(ADRESSE);
    }

    @Test
    void attaque17_le_champ_est_lisible_pour_qui_y_a_droit() {
        assertThat(cible.demande("tdb", "{ contrats(first: 50) { nodes { alternant { nom: courriels } } } }")
                        .corps())
                .matches(ADRESSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($c: String = \"123456789AB\") { personnes(filtre: { ine: $c }) { nodes { id } } }",
                "query($f: PersonneFiltre = { courriel: \"a@b.fr\" }) { contrats(filtre: { alternant: $f }) { nodes { id } } }",
                "query($f: ContratFiltre = { rupture: true }) { contrats(filtre: $f) { nodes { id } } }"
            })
    void attaque18_valeur_par_defaut_d_une_variable(String document) {
        refusee(cible.demande("lba", document), 403, "FILTRE_NON_HABILITE");
    }

    @Test
    void attaque18_include_et_skip_sur_un_champ_non_accorde() {
        var document = "query($x: Boolean!) { contrats(first: 20) { nodes { alternant { nom courriels @include(if: $x)"
                + " telephones @skip(if: $x) } } } }";

        for (var inclus : List.of(true, false, true, false)) {
            var reponse = cible.appel().demande("lba", document, Map.of("x", inclus));
            assertThat(ClientDEssai.textes(reponse, "coordonnee"))
                    .containsExactly(inclus ? "Personne.courriels" : "Personne.telephones");
            assertThat(reponse.corps()).doesNotMatch(ADRESSE).doesNotContain("\"+33");
        }
    }

    @Test
    void attaque18_un_critere_refuse_n_est_pas_admis_pour_avoir_ete_omis_avant() {
        var document = "query($f: ContratFiltre) { contrats(first: 1, filtre: $f) { nodes { id } } }";

        assertThat(cible.appel().demande("lba", document, Map.of("f", Map.of())).codes())
                .isEmpty();
        refusee(
                cible.appel().demande("lba", document, Map.of("f", Map.of("rupture", true))),
                403,
                "FILTRE_NON_HABILITE");
        assertThat(cible.appel().demande("lba", document, Map.of()).codes()).isEmpty();
    }

    @Test
    void attaque19_un_null_ne_cache_pas_ses_voisins() {
        var reponse = cible.demande(
                "lba",
                "{ moi { id } personne(id: \"AQAAAAAAAAAAAAAAAAAAAAA\") { id contrats { id sources { source } } }"
                        + " contrats(first: 1) { nodes { id alternant { id courriels nom } } } }");

        assertThat(reponse.donnees().path("personne").isNull()).isTrue();
        assertThat(reponse.donnees().at("/moi/id").asText()).isEqualTo("lba");
        assertThat(reponse.donnees().at("/contrats/nodes/0/alternant/nom").asText())
                .isNotBlank();
        assertThat(ClientDEssai.textes(reponse, "coordonnee"))
                .containsExactlyInAnyOrder("Personne.contrats", "Personne.courriels");
    }
}
