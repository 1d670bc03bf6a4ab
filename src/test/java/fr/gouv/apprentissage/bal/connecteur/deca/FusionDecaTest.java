package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J2;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J3;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the tables once days were read. */
class FusionDecaTest {

    private final DecaDeTest deca = new DecaDeTest();

    @AfterEach
    void ferme() {
        deca.close();
    }

    @Test
    void a_contract_of_both_extracts_is_one_record_with_the_fields_of_both() {
        deca.lba(J1, ligne());
        deca.tba(J1, ligne());

        deca.banc().poursuis();

        assertThat(deca.banc()
                        .textes("select concat_ws('|', employeur_siret, formation_siret, date_debut, statut, jour_lba,"
                                + " jour_tba, etat_du at time zone 'Europe/Paris') from contrat"))
                .containsExactly(
                        "13002526500013|13002526500013|2024-09-01|ACTIF|2025-01-07|2025-01-07|2025-01-07 00:00:00");
        assertThat(deca.ouvert("nom")).isEqualTo("D'Hérouville-Lê");
        assertThat(deca.ouvert("sexe")).isEqualTo(Sexe.F);
        assertThat(deca.ouvert("employeur_courriel")).isEqualTo(Courriel.lis("rh@essai.fr"));
        assertThat(deca.banc().textes("select champ from changement")).isEmpty();
    }

    @Test
    void a_contract_of_one_extract_alone_is_kept() {
        deca.tba(J2, ligne());

        deca.banc().poursuis();

        assertThat(deca.banc().textes("select concat_ws('|', jour_lba, jour_tba) from contrat"))
                .containsExactly("2025-01-08");
    }

    @Test
    void a_run_tells_what_it_did() {
        deca.lba(J1, ligne(), ligne(une -> pose(une, "/detailsContrat/noContrat", "123456789")));
        deca.lba(J2, ligne(une -> pose(une, "/detailsContrat/statut", "Rompu")));
        deca.lba(
                J3, ligne(une -> pose(une, "/detailsContrat/statut", "Rompu")), ligne(une -> une.putNull("alternant")));

        deca.banc().poursuis();

        var execution = deca.banc().derniere();
        assertThat(execution.etat()).hasToString("TERMINEE");
        assertThat(List.of(
                        execution.lus(),
                        execution.crees(),
                        execution.modifies(),
                        execution.inchanges(),
                        execution.rejetes()))
                .containsExactly(5, 2, 1, 1, 1);
        assertThat(execution.signalements()).hasToString("[Signalement[motif=NUMERO_INHABITUEL, nombre=1]]");
        assertThat(deca.banc().curseur()).isEqualTo("2025-01-09");
    }

    @Test
    void a_later_day_leaves_a_change_for_each_field_that_it_changed() {
        deca.lba(J1, ligne());
        deca.lba(J2, ligne(une -> {
            pose(une, "/detailsContrat/statut", "Rompu");
            pose(une, "/organismeFormationResponsable/uaiCfa", "0060033D");
        }));

        deca.banc().poursuis();

        assertThat(deca.banc()
                        .textes("select concat_ws('|', champ, le at time zone 'Europe/Paris', avant_clair, apres_clair)"
                                + " from changement order by champ"))
                .containsExactly(
                        "Contrat.organismeResponsable|2025-01-08 00:00:00|13002526500013 0951099D|13002526500013 0060033D",
                        "Contrat.statut|2025-01-08 00:00:00|ACTIF|ROMPU");
    }

    @Test
    void a_personal_change_keeps_both_values_sealed() {
        deca.lba(J1, ligne());
        deca.lba(J2, ligne(une -> pose(une, "/alternant/courriel", "autre@exemple.fr")));

        deca.banc().poursuis();

        var changement = deca.banc()
                .pool()
                .query("select enregistrement, avant, apres from changement where champ = 'Personne.courriels'")
                .executeAndAwait()
                .iterator()
                .next();
        assertThat(deca.ouvert(
                        changement.getLong(0),
                        "courriels",
                        changement.getBuffer(1).getBytes()))
                .isEqualTo(List.of(Courriel.lis("zoe@exemple.fr")));
        assertThat(deca.ouvert(
                        changement.getLong(0),
                        "courriels",
                        changement.getBuffer(2).getBytes()))
                .isEqualTo(List.of(Courriel.lis("autre@exemple.fr")));
    }

    @Test
    void a_value_that_is_no_longer_said_is_no_longer_held() {
        deca.lba(J1, ligne());
        deca.lba(J2, ligne(une -> une.withObject("/alternant").remove("courriel")));

        deca.banc().poursuis();

        assertThat(deca.ouvert("courriels")).isNull();
        assertThat(trouves(GenreIndex.COURRIEL, Sealed.recu(Courriel.lis("zoe@exemple.fr"))))
                .isZero();
    }

    @Test
    void what_an_extract_says_first_of_fields_that_nobody_carried_is_no_change() {
        deca.lba(J1, ligne());
        deca.tba(J2, ligne());

        deca.banc().poursuis();

        assertThat(deca.banc().textes("select champ from changement")).isEmpty();
        assertThat(deca.ouvert("sexe")).isEqualTo(Sexe.F);
    }

    @Test
    void an_older_day_read_again_changes_nothing() {
        deca.lba(J2, ligne());
        deca.banc().poursuis();
        var avant = deca.banc().texte("select contrat::text from contrat");
        deca.lba(J1, ligne(une -> pose(une, "/detailsContrat/statut", "Rompu")));

        deca.banc().relis(J1, J1);

        assertThat(deca.banc().texte("select contrat::text from contrat")).isEqualTo(avant);
        assertThat(deca.banc().derniere().inchanges()).isEqualTo(1);
        assertThat(deca.banc().curseur()).isEqualTo("2025-01-09");
    }

    @Test
    void the_same_days_read_again_change_nothing() {
        deca.lba(J1, ligne());
        deca.tba(J1, ligne(une -> pose(une, "/alternant/courriel", "autre@exemple.fr")));
        deca.banc().poursuis();
        var avant = deca.banc().texte("select contrat::text || identite::text from contrat, identite");

        deca.banc().relis(J1, J3);

        assertThat(deca.banc().texte("select contrat::text || identite::text from contrat, identite"))
                .isEqualTo(avant);
        assertThat(deca.banc().textes("select champ from changement")).isEmpty();
    }

    @Test
    void between_the_extracts_of_a_day_tba_holds() {
        deca.lba(J1, ligne());
        deca.tba(J1, ligne(une -> pose(une, "/alternant/courriel", "autre@exemple.fr")));

        deca.banc().poursuis();

        assertThat(deca.ouvert("courriels")).isEqualTo(List.of(Courriel.lis("autre@exemple.fr")));
        assertThat(trouves(GenreIndex.COURRIEL, Sealed.recu(Courriel.lis("zoe@exemple.fr"))))
                .isZero();
    }

    @Test
    void what_was_beaten_comes_back_with_its_index_when_the_day_is_read_again_and_what_beat_it_is_gone() {
        deca.lba(J1, ligne());
        deca.tba(J1, ligne(une -> pose(une, "/alternant/courriel", "autre@exemple.fr")));
        deca.banc().poursuis();
        deca.tba(J1, ligne(une -> une.withObject("/alternant").remove("courriel")));

        deca.banc().relis(J1, J1);

        assertThat(deca.ouvert("courriels")).isEqualTo(List.of(Courriel.lis("zoe@exemple.fr")));
        assertThat(trouves(GenreIndex.COURRIEL, Sealed.recu(Courriel.lis("zoe@exemple.fr"))))
                .isEqualTo(1);
        assertThat(trouves(GenreIndex.COURRIEL, Sealed.recu(Courriel.lis("autre@exemple.fr"))))
                .isZero();
    }

    @Test
    void a_rupture_beats_the_empty_status_that_the_other_extract_has_of_the_same_day() {
        deca.lba(J1, ligne(une -> pose(une, "/detailsContrat/statut", "Rompu")));
        deca.tba(J1, ligne());

        deca.banc().poursuis();

        assertThat(deca.banc().texte("select statut from contrat")).isEqualTo("ROMPU");
    }

    @Test
    void of_two_rows_of_one_day_in_one_extract_the_last_holds_whole() {
        deca.lba(J1, ligne(une -> pose(une, "/employeur/denomination", "PREMIERE")), ligne(une -> {
            pose(une, "/employeur/denomination", "DERNIERE");
            une.withObject("/employeur").remove("naf");
        }));

        deca.banc().poursuis();

        assertThat(deca.banc().textes("select concat_ws('|', employeur_denomination, employeur_naf) from contrat"))
                .containsExactly("DERNIERE");
        assertThat(deca.banc().derniere().lus()).isEqualTo(2);
    }

    @Test
    void an_avenant_is_a_record_of_its_own_of_the_same_person() {
        deca.tba(J1, ligne(), ligne(une -> {
            pose(une, "/detailsContrat/noAvenant", "1");
            pose(une, "/alternant/nom", "Nouveau");
        }));

        deca.banc().poursuis();

        assertThat(deca.banc().textes("select count(*) || '|' || count(distinct personne) from identite"))
                .containsExactly("2|1");
    }

    @Test
    void a_changed_surname_is_the_same_record_and_person() {
        deca.tba(J1, ligne(), autre("222222222222"));
        deca.tba(J2, ligne(une -> pose(une, "/alternant/nom", "Nouveau")));

        deca.banc().poursuis();

        assertThat(deca.banc().textes("select count(*) || '|' || count(distinct personne) from identite"))
                .containsExactly("2|1");
        assertThat(deca.banc().textes("select champ from changement")).containsExactly("Personne.nom");
    }

    @Test
    void who_changes_first_names_leaves_and_the_emptied_person_is_answered_for() {
        deca.tba(J1, ligne(), autre("222222222222"), ligne(une -> {
            pose(une, "/detailsContrat/noContrat", "333333333333");
            pose(une, "/alternant/prenom", "Lou");
        }));
        deca.tba(J2, ligne(une -> {
            pose(une, "/detailsContrat/noContrat", "333333333333");
            pose(une, "/alternant/prenom", "Zoé Anne");
        }));

        deca.banc().poursuis();

        assertThat(deca.banc().textes("select count(*) || '|' || count(distinct personne) from identite"))
                .containsExactly("3|1");
        assertThat(
                        deca.banc()
                                .texte(
                                        "select count(*) from personne_fusionnee f join identite i on i.personne = f.survivante"))
                .isEqualTo("3");
    }

    @Test
    void homonyms_whose_sexe_differs_are_two_persons_though_one_extract_does_not_tell() {
        deca.lba(J1, ligne(), autre("222222222222"));
        deca.tba(
                J1,
                ligne(),
                ((ObjectNode) autre("222222222222"))
                        .set("alternant", ligne().withObject("/alternant").put("sexe", "M")));

        deca.banc().poursuis();

        assertThat(deca.banc().texte("select count(distinct personne) from identite"))
                .isEqualTo("2");
    }

    @Test
    void a_row_that_cannot_be_identified_is_kept_once_sealed_whole() {
        deca.lba(J1, ligne(une -> pose(une, "/alternant/nom", "")), ligne(une -> pose(une, "/alternant/nom", "")));
        deca.banc().poursuis();

        deca.banc().relis(J1, J1);

        assertThat(deca.banc().textes("select concat_ws('|', source, extrait, jour, motif) from quarantaine"))
                .containsExactly("DECA|lba|2025-01-07|NOM_ABSENT");
        var rejet = deca.banc()
                .pool()
                .query("select enregistrement, contenu from quarantaine")
                .executeAndAwait()
                .iterator()
                .next();
        assertThat(deca.revelateur()
                        .quarantaine(
                                deca.banc().pool(),
                                rejet.getLong(0),
                                rejet.getBuffer(1).getBytes())
                        .toString())
                .contains("12 B", "rue des Lilas");
        assertThat(deca.banc().texte("select count(*) from secret")).isEqualTo("1");
    }

    @Test
    void a_contract_carries_the_territory_of_its_organisme() {
        deca.banc()
                .pool()
                .query(
                        "insert into organisme (cle, siret, uai, nature, departement, academie, region, du_referentiel, recherche)"
                                + " values ('13002526500013', '13002526500013', '0951099D', 'INCONNUE', '35', '14', '53', true, '')")
                .executeAndAwait();
        deca.lba(J1, ligne());

        deca.banc().poursuis();

        assertThat(deca.banc().texte("select concat_ws('|', region, academie, departement) from contrat"))
                .isEqualTo("53|14|35");
    }

    @Test
    void a_contract_is_found_by_what_its_alternant_states() {
        deca.tba(J1, ligne());

        deca.banc().poursuis();

        assertThat(trouves(GenreIndex.TELEPHONE, Sealed.recu("+33612345678"))).isEqualTo(1);
        assertThat(trouves(
                        GenreIndex.IDENTITE,
                        Sealed.recu("dherouville le"),
                        Sealed.recu(List.of("ZOE-ANNE")),
                        Sealed.recu(LocalDate.of(2006, 2, 28))))
                .isEqualTo(1);
    }

    @Test
    void who_polls_by_the_stamp_sees_what_changed_and_not_what_was_only_seen_again() {
        deca.lba(J1, ligne(), autre("222222222222"));
        deca.banc().poursuis();
        var avant = deca.banc().texte("select max(modifie_le) from contrat");
        deca.lba(
                J3,
                ligne(),
                ((ObjectNode) autre("222222222222"))
                        .set("rupture", ligne().objectNode().put("codeMotifRupture", 3)));

        deca.banc().relis(J3, J3);

        assertThat(deca.banc().texte("select count(*) from contrat where modifie_le > '" + avant + "'"))
                .isEqualTo("1");
        assertThat(deca.banc().texte("select count(*) from contrat where jour_lba = '2025-01-09'"))
                .isEqualTo("2");
    }

    private static ObjectNode autre(String numero) {
        return ligne(une -> pose(une, "/detailsContrat/noContrat", numero));
    }

    private int trouves(GenreIndex genre, Sealed<?>... parties) {
        var empreinte = deca.banc().scellement().index().empreinte(genre, List.of(parties));
        return deca.banc()
                .pool()
                .preparedQuery("select enregistrement from index_aveugle where genre = $1 and empreinte = $2")
                .executeAndAwait(Tuple.of((short) genre.numero(), Buffer.buffer(empreinte)))
                .size();
    }
}
