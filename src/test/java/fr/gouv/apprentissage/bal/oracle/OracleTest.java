package fr.gouv.apprentissage.bal.oracle;

import static fr.gouv.apprentissage.bal.oracle.Lignes.J1;
import static fr.gouv.apprentissage.bal.oracle.Lignes.J2;
import static fr.gouv.apprentissage.bal.oracle.Lignes.J3;
import static fr.gouv.apprentissage.bal.oracle.Lignes.attendu;
import static fr.gouv.apprentissage.bal.oracle.Lignes.jour;
import static fr.gouv.apprentissage.bal.oracle.Lignes.json;
import static fr.gouv.apprentissage.bal.oracle.Lignes.lba;
import static fr.gouv.apprentissage.bal.oracle.Lignes.ligne;
import static fr.gouv.apprentissage.bal.oracle.Lignes.tba;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.oracle.Attendu.ContratAttendu;
import fr.gouv.apprentissage.bal.oracle.Attendu.Quarantaine;
import fr.gouv.apprentissage.bal.oracle.Attendu.Signalement;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleTest {

    private static final String N = "035202509001234";
    private static final Cle CLE = new Cle(N, 11, "", LocalDate.of(2005, 1, 2));

    @Test
    void a_row_of_each_extract_makes_one_contract() {
        var contrat = seul(attendu(jour(J1, ligne(N, "", "'dispositif':'APPR'"), ligne(N, "'sexe':'F'", ""))));

        assertThat(contrat.valeurs())
                .containsEntry(Champ.DISPOSITIF, "APPR")
                .containsEntry(Champ.SEXE, "F")
                .containsEntry(Champ.STATUT, "ACTIF")
                .containsEntry(Champ.NOM, "Bé");
        assertThat(contrat.changements()).isEmpty();
    }

    @Test
    void the_newest_row_of_an_extract_replaces_all_it_said_empty_values_included() {
        var contrat = seul(attendu(
                lba(J1, ligne(N, "'courriel':'a@b.example'", "'dispositif':'APPR'")),
                lba(J2, ligne(N, "'courriel':''", ""))));

        assertThat(contrat.valeurs()).doesNotContainKeys(Champ.COURRIELS, Champ.DISPOSITIF);
        assertThat(contrat.changements())
                .containsExactly(
                        new ChangementAttendu(J2, Champ.COURRIELS.coordonnee(), "a@b.example", ""),
                        new ChangementAttendu(J2, Champ.DISPOSITIF.coordonnee(), "APPR", ""));
        assertThat(contrat.etatDu()).isEqualTo(J2);
    }

    @Test
    void an_extract_never_erases_what_it_never_carries() {
        var contrat = seul(attendu(tba(J1, ligne(N, "'sexe':'F'", "")), lba(J2, ligne(N, "", ""))));

        assertThat(contrat.valeurs()).containsEntry(Champ.SEXE, "F");
    }

    @Test
    void of_a_field_that_both_carry_the_newest_day_holds_even_when_empty() {
        var contrat = seul(attendu(lba(J1, ligne(N, "'courriel':'a@b.example'", "")), tba(J2, ligne(N, "", ""))));

        assertThat(contrat.valeurs()).doesNotContainKey(Champ.COURRIELS);
    }

    @Test
    void on_one_day_a_value_beats_an_empty_one_then_tba_beats_lba() {
        var lba = ligne(N, "'courriel':'lba@b.example'", "'dateFinContrat':'2026-01-01','statut':'Rompu'");
        var tba = ligne(N, "", "'dateFinContrat':'2026-02-02','statut':''");

        var contrat = seul(attendu(jour(J1, lba, tba)));

        assertThat(contrat.valeurs())
                .containsEntry(Champ.COURRIELS, "lba@b.example")
                .containsEntry(Champ.DATE_FIN, "2026-02-02")
                .containsEntry(Champ.STATUT, "ROMPU");
    }

    @Test
    void of_two_rows_of_one_day_in_one_extract_the_last_holds() {
        var contrat =
                seul(attendu(lba(J1, ligne(N, "'courriel':'a@b.example'", ""), ligne(N, "'handicap':'oui'", ""))));

        assertThat(contrat.valeurs()).doesNotContainKey(Champ.COURRIELS).containsEntry(Champ.HANDICAP, "true");
        assertThat(contrat.changements()).isEmpty();
    }

    @Test
    void an_older_row_changes_nothing_of_its_extract() {
        var contrat = seul(attendu(
                lba(J3, ligne(N, "'courriel':'neuf@b.example'", "")),
                lba(J1, ligne(N, "'courriel':'vieux@b.example'", ""))));

        assertThat(contrat.valeurs()).containsEntry(Champ.COURRIELS, "neuf@b.example");
        assertThat(contrat.jourLba()).isEqualTo(J3);
        assertThat(contrat.changements()).isEmpty();
    }

    @Test
    void an_older_row_of_the_other_extract_brings_only_what_no_newer_day_holds() {
        var contrat = seul(attendu(
                lba(J3, ligne(N, "'courriel':'neuf@b.example'", "")),
                tba(J1, ligne(N, "'courriel':'vieux@b.example','sexe':'1'", ""))));

        assertThat(contrat.valeurs())
                .containsEntry(Champ.COURRIELS, "neuf@b.example")
                .containsEntry(Champ.SEXE, "M");
        assertThat(contrat.etatDu()).isEqualTo(J3);
    }

    @Test
    void reading_the_same_days_again_changes_nothing() {
        var un = jour(J1, ligne(N, "'courriel':'a@b.example'", ""), ligne(N, "'sexe':'F'", ""));
        var deux = lba(J2, ligne(N, "", "'statut':'Supprimé'"));

        var une = attendu(un, deux);
        var deuxFois = attendu(un, deux, un, deux);

        assertThat(deuxFois.contrats()).isEqualTo(une.contrats());
        assertThat(deuxFois.personnes()).isEqualTo(une.personnes());
        assertThat(une.contrats().get(CLE).changements())
                .containsExactly(
                        new ChangementAttendu(J2, Champ.COURRIELS.coordonnee(), "a@b.example", ""),
                        new ChangementAttendu(J2, Champ.STATUT.coordonnee(), "ACTIF", "SUPPRIME"));
    }

    @Test
    void what_an_extract_fills_when_it_first_speaks_is_no_change_and_what_it_changes_is_one() {
        var contrat = seul(attendu(
                lba(J1, ligne(N, "'courriel':'a@b.example'", "")),
                tba(J2, ligne(N, "'courriel':'c@b.example','sexe':'F','handicap':'oui'", "'statut':'Rompu'"))));

        assertThat(contrat.changements())
                .containsExactly(
                        new ChangementAttendu(J2, "Personne.courriels", "a@b.example", "c@b.example"),
                        new ChangementAttendu(J2, "Contrat.statut", "ACTIF", "ROMPU"));
    }

    @Test
    void what_an_extract_that_spoke_before_fills_is_a_change_also_when_the_other_first_says_it_too() {
        var rempli = ligne(N, "'handicap':'oui'", "");

        var contrat = seul(attendu(lba(J1, ligne(N, "", "")), jour(J2, rempli, rempli)));

        assertThat(contrat.changements()).containsExactly(new ChangementAttendu(J2, "Personne.handicap", "", "true"));
    }

    @Test
    void a_reference_changes_as_one() {
        var une = json(
                "{'alternant':{'nom':'Bé','prenom':'Ana','dateNaissance':'2005-01-02'},'detailsContrat':{'noContrat':'"
                        + N + "','typeContrat':11},'formation':{'codeDiplome':'40025214'}}");
        var deux = json(
                "{'alternant':{'nom':'Bé','prenom':'Ana','dateNaissance':'2005-01-02'},'detailsContrat':{'noContrat':'"
                        + N + "','typeContrat':11},'formation':{'codeDiplome':'40025215','rncp':'RNCP12345'}}");

        var contrat = seul(attendu(lba(J1, une), lba(J2, deux)));

        assertThat(contrat.changements())
                .containsExactly(new ChangementAttendu(J2, "Contrat.certification", "40025214", "40025215 RNCP12345"));
    }

    @Test
    void a_rupture_can_be_withdrawn() {
        var rompue = json(
                "{'alternant':{'nom':'Bé','prenom':'Ana','dateNaissance':'2005-01-02'},'detailsContrat':{'noContrat':'"
                        + N
                        + "','typeContrat':'11','statut':'Rompu'},'rupture':{'dateEffetRupture':'2025-08-31','codeMotifRupture':1}}");

        var contrat = seul(attendu(lba(J1, rompue), lba(J2, ligne(N, "", "'statut':''"))));

        assertThat(contrat.valeurs()).doesNotContainKeys(Champ.DATE_RUPTURE, Champ.MOTIF_RUPTURE);
        assertThat(contrat.changements())
                .containsExactly(
                        new ChangementAttendu(J2, Champ.STATUT.coordonnee(), "ROMPU", "ACTIF"),
                        new ChangementAttendu(J2, Champ.DATE_RUPTURE.coordonnee(), "2025-08-31", ""),
                        new ChangementAttendu(J2, Champ.MOTIF_RUPTURE.coordonnee(), "1", ""));
    }

    @Test
    void an_avenant_is_another_contract() {
        var attendu = attendu(lba(J1, ligne(N, "", ""), ligne(N, "", "'noAvenant':1")));

        assertThat(attendu.contrats()).containsOnlyKeys(CLE, new Cle(N, 11, "1", CLE.naissance()));
    }

    @Test
    void names_are_kept_as_they_came_trimmed_and_without_nul() {
        var contrat = seul(attendu(lba(J1, ligne(N, "  D’Â\\u0000é-Bé ", "Ana, Lou", "", ""))));

        assertThat(contrat.valeurs()).containsEntry(Champ.NOM, "D’Âé-Bé").containsEntry(Champ.PRENOMS, "Ana, Lou");
    }

    @Test
    void a_badly_formed_value_is_dropped_and_counted_and_the_rest_is_kept() {
        var attendu = attendu(tba(
                J1,
                ligne(
                        N,
                        "'telephone':'12','adresse':{'numero':3,'voie':'rue X','codePostal':'3500'}",
                        "'dateDebutContrat':'31/12/2023'")));

        assertThat(seul(attendu).valeurs())
                .doesNotContainKeys(Champ.TELEPHONES, Champ.DATE_DEBUT)
                .containsEntry(Champ.ADRESSE, "3 rue X||");
        assertThat(attendu.signalements())
                .containsOnly(
                        Map.entry(new Signalement(J1, "VALEUR_ECARTEE:Personne.telephones"), 1),
                        Map.entry(new Signalement(J1, "VALEUR_ECARTEE:Personne.adresse"), 1),
                        Map.entry(new Signalement(J1, "VALEUR_ECARTEE:Contrat.dateDebut"), 1));
    }

    @Test
    void unknown_codes_and_odd_numbers_are_kept_and_counted() {
        var attendu = attendu(lba(J1, ligne("123456789", "", "'dispositif':'STAGE','statut':'Archivé'")));

        var contrat = attendu.contrats().get(new Cle("123456789", 11, "", CLE.naissance()));
        assertThat(contrat.valeurs()).containsEntry(Champ.DISPOSITIF, "STAGE").containsEntry(Champ.STATUT, "Archivé");
        assertThat(attendu.signalements("NUMERO_INHABITUEL")).isEqualTo(1);
        assertThat(attendu.signalements("CODE_INCONNU:Contrat.statut")).isEqualTo(1);
        assertThat(attendu.signalements("CODE_INCONNU:Contrat.dispositif")).isEqualTo(1);
    }

    @Test
    void a_row_that_cannot_be_identified_goes_to_quarantine_once() {
        var sansNom = ligne(N, " ", "Ana", "", "");

        var attendu = attendu(lba(J1, sansNom, sansNom, json("12")), lba(J1, sansNom), lba(J2, sansNom));

        assertThat(attendu.contrats()).isEmpty();
        assertThat(attendu.quarantaine())
                .containsOnly(
                        Map.entry(new Quarantaine(Extrait.LBA, J1, "NOM_ABSENT"), 1),
                        Map.entry(new Quarantaine(Extrait.LBA, J1, "LIGNE_ILLISIBLE"), 1),
                        Map.entry(new Quarantaine(Extrait.LBA, J2, "NOM_ABSENT"), 1));
    }

    @Test
    void of_several_reasons_the_first_is_told() {
        var attendu = attendu(
                lba(J1, json("{'alternant':{'nom':'Bé'},'detailsContrat':{'noContrat':'1','typeContrat':'un'}}")));

        assertThat(attendu.quarantaine()).containsOnlyKeys(new Quarantaine(Extrait.LBA, J1, "TYPE_ABSENT"));
    }

    @ParameterizedTest
    @CsvSource({"35000,35", "97410,974", "20090,2A", "20137,2A", "20200,2B", "20620,2B", "'',''", "01000,01"})
    void the_departement_comes_from_the_postcode(String codePostal, String departement) {
        assertThat(Lecture.departement(codePostal)).isEqualTo(departement);
    }

    @Test
    void the_siren_is_that_of_the_siret() {
        var ligne = json(
                "{'alternant':{'nom':'Bé','prenom':'Ana','dateNaissance':'2005-01-02'},'detailsContrat':{'noContrat':'"
                        + N + "','typeContrat':11},'employeur':{'siret':'13002526500013'}}");

        assertThat(seul(attendu(lba(J1, ligne))).valeurs()).containsEntry(Champ.EMPLOYEUR_SIREN, "130025265");
    }

    private static ContratAttendu seul(Attendu attendu) {
        assertThat(attendu.contrats()).containsOnlyKeys(CLE);
        return attendu.contrats().get(CLE);
    }
}
