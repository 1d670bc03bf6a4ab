package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DESIGN.md, "What rights mean", one example for each rule and one for its reverse. */
class CeQueLesDroitsVeulentDireTest {

    private static final String BRETAGNE = "53";
    private static final String PARIS = "11";

    private static Banc banc;

    @BeforeAll
    static void demarre() throws Exception {
        banc = new Banc();
    }

    @AfterAll
    static void arrete() throws Exception {
        banc.close();
    }

    private static ExempleDeDroits exemple() {
        return new ExempleDeDroits(banc);
    }

    private static List<String> motifs(Reponse reponse) {
        return reponse.erreurs().stream()
                .map(erreur -> erreur.code() + " " + erreur.extensions().get("coordonnee") + " "
                        + erreur.extensions().get("motif"))
                .toList();
    }

    @Test
    void deux_habilitations_s_additionnent_et_la_moins_masquee_l_emporte_ligne_par_ligne() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Contrat.dateDebut", LocalDate.of(2025, 9, 1))
                .contrat(2, PARIS, 8, 0, "Contrat.dateDebut", LocalDate.of(2025, 9, 1))
                .habilitation("large", "", "Contrat.dateDebut LIRE ANNEE")
                .habilitation("precise", BRETAGNE, "Contrat.dateDebut LIRE")
                .demande("{ c: contrats { nodes { dateDebut } } }");
        assertThat(reponse.racines())
                .containsEntry("c", "{\"nodes\":[{\"dateDebut\":\"2025-09-01\"},{\"dateDebut\":\"2025-01-01\"}]}");
    }

    @Test
    void une_ligne_se_voit_des_qu_un_champ_de_son_type_y_est_lisible() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0)
                .contrat(2, PARIS, 8, 0)
                .habilitation("type", BRETAGNE, "Contrat.type LIRE")
                .demande("{ c: contrats { nodes { __typename } } }");
        assertThat(reponse.racines()).containsEntry("c", "{\"nodes\":[{\"__typename\":\"Contrat\"}]}");
    }

    @Test
    void un_droit_qui_n_est_pas_de_lire_ne_montre_aucune_ligne() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0)
                .habilitation("filtre", "", "Contrat.type FILTRER")
                .demande("{ c: contrats { nodes { __typename } } }");
        assertThat(reponse.racines()).containsEntry("c", "{\"nodes\":[]}");
    }

    @Test
    void un_champ_accorde_nulle_part_est_null_avec_une_seule_erreur_meme_sans_ligne() throws Exception {
        var reponse = exemple()
                .habilitation("type", "", "Contrat.type LIRE")
                .demande("{ c: contrats { nodes { dateDebut encore: dateDebut } } }");
        assertThat(motifs(reponse)).containsExactly("CHAMP_NON_HABILITE Contrat.dateDebut AUCUN_DROIT");
    }

    @Test
    void un_champ_hors_perimetre_est_null_sur_ces_lignes_et_compte_les_lignes() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Contrat.type", 11)
                .contrat(2, PARIS, 8, 0, "Contrat.type", 12)
                .habilitation("toutes", "", "Contrat.statut LIRE")
                .habilitation("type", BRETAGNE, "Contrat.type LIRE")
                .demande("{ c: contrats { nodes { type encore: type } } }");
        assertThat(reponse.erreurs()).hasSize(1).allSatisfy(erreur -> assertThat(erreur.extensions())
                .containsEntry("motif", "HORS_PERIMETRE")
                .containsEntry("lignes", 1));
    }

    @Test
    void en_mode_strict_un_champ_accorde_nulle_part_refuse_l_operation() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0)
                .habilitation("type", "", "Contrat.type LIRE")
                .demande("{ c: contrats { nodes { type dateDebut } } }", Mode.STRICTE);
        assertThat(reponse.refusee()).isTrue();
    }

    @Test
    void en_mode_strict_un_champ_hors_perimetre_ne_refuse_rien() throws Exception {
        var reponse = exemple()
                .contrat(2, PARIS, 8, 0)
                .habilitation("toutes", "", "Contrat.statut LIRE")
                .habilitation("type", BRETAGNE, "Contrat.type LIRE")
                .demande("{ c: contrats { nodes { type } } }", Mode.STRICTE);
        assertThat(reponse.refusee()).isFalse();
    }

    @Test
    void un_critere_n_atteint_que_les_lignes_couvertes_par_qui_l_accorde() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Contrat.statut", "ROMPU")
                .contrat(2, PARIS, 8, 0, "Contrat.statut", "ROMPU")
                .habilitation("lecture", "", "Contrat.statut LIRE")
                .habilitation("filtre", PARIS, "Contrat.statut FILTRER")
                .demande("{ c: contrats(filtre: {statut: ROMPU}) { nodes { statut } } }");
        assertThat(reponse.racines()).containsEntry("c", "{\"nodes\":[{\"statut\":\"ROMPU\"}]}");
    }

    @Test
    void un_critere_accorde_nulle_part_refuse_l_operation() throws Exception {
        var reponse = exemple()
                .habilitation("lecture", "", "Contrat.statut LIRE")
                .demande("{ c: contrats(filtre: {statut: ROMPU}) { nodes { statut } } }");
        assertThat(motifs(reponse)).containsExactly("FILTRE_NON_HABILITE Contrat.statut AUTRE_ACCES");
    }

    @Test
    void un_ordre_n_atteint_que_les_lignes_couvertes_par_qui_l_accorde() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Contrat.type", 11)
                .contrat(2, PARIS, 8, 0, "Contrat.type", 12)
                .habilitation("lecture", "", "Contrat.type LIRE")
                .habilitation("tri", PARIS, "Contrat.dateDebut TRIER")
                .demande("{ c: contrats(tri: DATE_DEBUT) { nodes { type } } }");
        assertThat(reponse.racines()).containsEntry("c", "{\"nodes\":[{\"type\":12}]}");
    }

    @Test
    void d_une_personne_la_valeur_la_plus_recente_que_l_appelant_atteint_l_emporte() throws Exception {
        var exemple = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.nom", "Ancien")
                .contrat(2, PARIS, 7, 1, "Personne.nom", "Nouveau")
                .habilitation("lecture", BRETAGNE, "Contrat.type LIRE", "Personne.nom LIRE");
        var reponse = exemple.demande("{ p: personne(id: \"" + exemple.id("Personne", 7) + "\") { nom } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"nom\":\"Ancien\"}");
    }

    @Test
    void une_valeur_vide_n_en_cache_pas_une_plus_ancienne() throws Exception {
        var exemple = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.nom", "Ancien")
                .contrat(2, PARIS, 7, 1)
                .habilitation("lecture", "", "Contrat.type LIRE", "Personne.nom LIRE INITIALE");
        var reponse = exemple.demande("{ p: personne(id: \"" + exemple.id("Personne", 7) + "\") { nom } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"nom\":\"A.\"}");
    }

    @Test
    void les_courriels_de_plusieurs_enregistrements_se_reunissent_chacun_sous_son_masque() throws Exception {
        var exemple = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.courriels", List.of(new Courriel("a@exemple.fr")))
                .contrat(2, PARIS, 7, 1, "Personne.courriels", List.of(new Courriel("b@exemple.fr")))
                .habilitation("large", "", "Contrat.type LIRE", "Personne.courriels LIRE DOMAINE")
                .habilitation("precise", BRETAGNE, "Personne.courriels LIRE");
        var reponse = exemple.demande("{ p: personne(id: \"" + exemple.id("Personne", 7) + "\") { courriels } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"courriels\":[\"*@exemple.fr\",\"a@exemple.fr\"]}");
    }

    @Test
    void la_route_ne_change_rien_a_ce_qui_se_voit_d_une_personne() throws Exception {
        var exemple = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.nom", "Ancien")
                .contrat(2, PARIS, 7, 1, "Personne.nom", "Nouveau")
                .habilitation("lecture", "", "Contrat.alternant LIRE", "Personne.nom LIRE");
        var reponse = exemple.demande("{ p: personne(id: \"" + exemple.id("Personne", 7)
                + "\") { nom } c: contrat(id: \"" + exemple.id("Contrat", 1) + "\") { alternant { nom } } }");
        assertThat(reponse.racines())
                .containsEntry("p", "{\"nom\":\"Nouveau\"}")
                .containsEntry("c", "{\"alternant\":{\"nom\":\"Nouveau\"}}");
    }

    @Test
    void une_personne_sans_contribution_et_une_personne_inconnue_sont_la_meme_reponse() throws Exception {
        var exemple = exemple()
                .contrat(1, PARIS, 7, 0, "Personne.nom", "Ancien")
                .habilitation("lecture", BRETAGNE, "Contrat.type LIRE", "Personne.nom LIRE");
        var reponse = exemple.demande("{ p: personne(id: \"" + exemple.id("Personne", 7)
                + "\") { nom } q: personne(id: \"inconnue\") { nom } }");
        assertThat(reponse.racines()).containsEntry("p", "null").containsEntry("q", "null");
    }

    @Test
    void deux_criteres_sur_une_personne_peuvent_tenir_a_deux_enregistrements() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.ine", Hasard.INES.get(0))
                .contrat(2, PARIS, 7, 1, "Personne.telephones", List.of("+33612345678"))
                .habilitation(
                        "lecture", "", "Contrat.type LIRE", "Personne.ine LIRE+FILTRER", "Personne.telephones FILTRER")
                .demande("{ p: personnes(filtre: {ine: \"" + Hasard.INES.get(0)
                        + "\", telephone: \"06 12 34 56 78\"}) { nodes { ine } } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"nodes\":[{\"ine\":\"" + Hasard.INES.get(0) + "\"}]}");
    }

    @Test
    void un_critere_sur_une_personne_ne_tient_pas_a_un_enregistrement_hors_du_perimetre_qui_l_accorde()
            throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.ine", Hasard.INES.get(0))
                .habilitation("lecture", "", "Contrat.type LIRE", "Personne.ine LIRE")
                .habilitation("filtre", PARIS, "Personne.ine FILTRER")
                .demande("{ p: personnes(filtre: {ine: \"" + Hasard.INES.get(0) + "\"}) { nodes { ine } } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"nodes\":[]}");
    }

    @Test
    void une_recherche_personnelle_sans_resultat_est_au_journal() throws Exception {
        var reponse = exemple()
                .habilitation("lecture", "", "Contrat.type LIRE", "Personne.ine LIRE+FILTRER")
                .demande("{ p: personnes(filtre: {ine: \"" + Hasard.INES.get(0) + "\"}) { nodes { ine } } }");
        assertThat(reponse.extensions()).containsKey("journal");
    }

    @Test
    void un_filtre_de_personnes_vide_est_refuse() throws Exception {
        var reponse = exemple()
                .habilitation("lecture", "", "Contrat.type LIRE", "Personne.ine LIRE+FILTRER")
                .demande("{ p: personnes(filtre: {ine: null}) { nodes { ine } } }");
        assertThat(reponse.refusee()).isTrue();
    }

    @Test
    void une_liste_vide_ne_correspond_a_rien_et_null_vaut_absent() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Contrat.type", 11)
                .habilitation("lecture", "", "Contrat.type LIRE", "Contrat.statut FILTRER")
                .demande("{ rien: contrats(filtre: {statut: []}) { nodes { type } }"
                        + " tout: contrats(filtre: {statut: null}) { nodes { type } } }");
        assertThat(reponse.racines())
                .containsEntry("rien", "{\"nodes\":[]}")
                .containsEntry("tout", "{\"nodes\":[{\"type\":11}]}");
    }

    @Test
    void un_compte_seul_ne_divulgue_personne() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0)
                .habilitation("lecture", "", "Contrat.type LIRE", "ContratConnection.totalCount LIRE")
                .demande("{ c: contrats { totalCount } }");
        assertThat(reponse.extensions()).doesNotContainKey("journal");
    }

    @Test
    void un_compte_sans_droit_est_null() throws Exception {
        var reponse = exemple()
                .contrat(1, BRETAGNE, 7, 0)
                .habilitation("lecture", "", "Contrat.type LIRE")
                .demande("{ c: contrats { totalCount } }");
        assertThat(reponse.racines()).containsEntry("c", "{\"totalCount\":null}");
    }

    @Test
    void un_contrat_que_rien_ne_montre_ne_sort_pas_par_la_personne() throws Exception {
        var exemple = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Contrat.type", 11)
                .contrat(2, PARIS, 7, 1, "Contrat.type", 12)
                .habilitation("contrats", BRETAGNE, "Contrat.type LIRE")
                .habilitation("personnes", "", "Personne.contrats LIRE");
        var reponse =
                exemple.demande("{ p: personne(id: \"" + exemple.id("Personne", 7) + "\") { contrats { type } } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"contrats\":[{\"type\":11}]}");
    }

    @Test
    void un_objet_dont_les_directives_ne_retiennent_rien_est_un_objet_vide() throws Exception {
        var exemple = exemple()
                .contrat(1, BRETAGNE, 7, 0, "Personne.adresse", new Adresse("1 quai Nord", null, "Rennes", null, "35"))
                .habilitation("lecture", "", "Contrat.type LIRE", "Personne.adresse LIRE");
        var reponse = exemple.demande(
                "{ p: personne(id: \"" + exemple.id("Personne", 7) + "\") { adresse { commune @skip(if: true) } } }");
        assertThat(reponse.racines()).containsEntry("p", "{\"adresse\":{}}");
    }
}
