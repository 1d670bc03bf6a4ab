package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaAOublier.autre;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaAOublier.lou;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J2;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.droits.effacement.BancDEffacement;
import fr.gouv.apprentissage.bal.droits.effacement.EffacementImpossible;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Signalement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting a person who came in by DECA, and what the next extracts do to it. */
class EffacementDecaTest {

    private static final List<String> TABLES = List.of(
            "secret",
            "identite",
            "rapprochement",
            "index_aveugle",
            "contrat_cle",
            "changement",
            "contrat_ecarte",
            "quarantaine",
            "quarantaine_marque",
            "ingestion_ligne",
            "ingestion_rejet");

    /** Those of the employers' contacts aside. */
    private static final String SECRETS =
            "select count(*) from secret where enregistrement not in (select enregistrement from contact)";

    @TempDir
    Path dossier;

    private DecaAOublier monde;

    @BeforeEach
    void ouvre() {
        monde = new DecaAOublier(dossier);
    }

    @AfterEach
    void ferme() {
        monde.close();
    }

    @Test
    void nothing_of_the_person_stands_any_more_and_others_are_whole() {
        // Given: Zoé with two contracts, a history, a value that was beaten and a quarantined row; and Lou
        monde.deca().lba(J1, ligne(), autre("222222222222"), lou());
        monde.deca().tba(J1, ligne(une -> pose(une, "/alternant/courriel", "autre@exemple.fr")), lou());
        monde.deca().lba(J2, ligne(une -> {
            pose(une, "/detailsContrat/statut", "Rompu");
            pose(une, "/alternant/nom", "");
        }));
        monde.deca().tba(J2, ligne(une -> pose(une, "/alternant/courriel", "neuf@exemple.fr")));
        monde.deca().banc().poursuis();
        var lou = monde.enregistrementDe("333333333333");
        var avant = monde.etat(lou);
        var siens = monde.deca()
                .banc()
                .textes("select id from contrat where id <> " + lou + " union select enregistrement from quarantaine");
        assertThat(siens).hasSize(3);

        // When
        assertThat(monde.efface(monde.zoe())).hasValue(0);

        // Then
        for (var table : TABLES) {
            assertThat(monde.deca()
                            .banc()
                            .textes("select enregistrement from " + table + " where enregistrement <> " + lou
                                    + " and enregistrement not in (select enregistrement from contact)"))
                    .as(table)
                    .isEmpty();
        }
        assertThat(monde.deca().banc().textes("select id from contrat")).containsExactly(Long.toString(lou));
        assertThat(monde.etat(lou)).isEqualTo(avant);
        assertThat(monde.effacement().journalises()).hasSize(1);
        assertThat(monde.effacement().journalises().get(0)).hasSize(2);
    }

    @Test
    void a_signature_that_does_not_come_in_time_erases_nothing() {
        // Given
        monde.deca().lba(J1, ligne());
        monde.deca().banc().poursuis();
        var banc = monde.deca().banc();
        var secrets = banc.textes("select enregistrement from secret");
        var muet = BancDEffacement.muet(dossier, Clock.systemUTC());

        // When, Then
        assertThatThrownBy(() -> muet.efface(banc.pool(), banc.scellement(), monde.zoe()))
                .isInstanceOf(EffacementImpossible.class)
                .hasMessageContaining("rien n'a été effacé");
        assertThat(banc.textes("select enregistrement from secret")).isEqualTo(secrets);
        assertThat(muet.liste()).doesNotExist();
    }

    @Test
    void the_same_extract_and_a_new_day_do_not_bring_the_person_back() {
        // Given
        monde.deca().lba(J1, ligne(), lou());
        monde.deca().tba(J1, ligne(), lou());
        monde.deca().banc().poursuis();
        monde.efface(monde.zoe());
        var avant = monde.etat(monde.enregistrementDe("333333333333"));

        // When: the same day again, and a day that has another contract of hers
        monde.deca().banc().relis(J1, J1);

        // Then
        assertThat(monde.deca().banc().derniere().signalements()).contains(new Signalement("PERSONNE_EFFACEE", 2));
        assertThat(monde.etat(monde.enregistrementDe("333333333333"))).isEqualTo(avant);
        monde.deca().lba(J2, autre("222222222222"));
        monde.deca().tba(J2, autre("444444444444"), ligne(une -> pose(une, "/alternant/nom", "Nouveau")));
        monde.deca().banc().relis(J2, J2);
        assertThat(monde.deca().banc().derniere().signalements()).contains(new Signalement("PERSONNE_EFFACEE", 3));
        assertThat(monde.deca().banc().derniere().crees()).isZero();
        assertThat(monde.deca().banc().texte(SECRETS)).isEqualTo("1");
        assertThat(monde.deca().banc().texte("select count(*) from contrat_cle"))
                .isEqualTo("1");
    }

    @Test
    void a_homonym_of_another_birth_date_comes_in() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        monde.efface(monde.zoe());
        monde.deca().tba(J2, ligne(une -> {
            pose(une, "/detailsContrat/noContrat", "222222222222");
            pose(une, "/alternant/dateNaissance", "2006-03-01");
        }));

        monde.deca().banc().relis(J2, J2);

        assertThat(monde.deca().banc().derniere().crees()).isEqualTo(1);
    }

    @Test
    void a_homonym_of_the_same_day_and_another_sexe_comes_in_whole_though_one_extract_does_not_tell() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        monde.efface(monde.zoe());
        monde.deca().lba(J2, autre("222222222222"));
        monde.deca().tba(J2, ligne(une -> {
            pose(une, "/detailsContrat/noContrat", "222222222222");
            pose(une, "/alternant/sexe", "1");
        }));

        monde.deca().banc().relis(J2, J2);

        assertThat(monde.deca()
                        .banc()
                        .textes("select concat_ws('|', employeur_denomination, jour_lba, jour_tba) from contrat"))
                .as("après %s", monde.deca().banc().derniere())
                .containsExactly("ESSAI|2025-01-08|2025-01-08");
    }

    @Test
    void once_the_mark_has_ended_the_person_comes_back_as_a_new_one() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        var ancien = monde.deca().banc().texte("select enregistrement || '|' || personne from identite");
        monde.efface(monde.zoe());

        monde.horloge().avance(Duration.ofDays(4 * 366));
        monde.deca().banc().relis(J1, J1);

        assertThat(monde.deca().banc().derniere().crees()).isEqualTo(1);
        assertThat(monde.deca().banc().texte("select enregistrement || '|' || personne from identite"))
                .isNotEqualTo(ancien);
        assertThat(monde.deca().ouvert("nom")).isEqualTo("D'Hérouville-Lê");
    }

    @Test
    void a_row_that_could_not_be_identified_goes_with_the_person_and_does_not_come_back() {
        // Given: each row of hers lacks something else; the last two are somebody else's
        monde.deca()
                .tba(
                        J1,
                        ligne(),
                        ligne(une -> pose(une, "/alternant/nom", "")),
                        ligne(une -> pose(une, "/detailsContrat/noContrat", "")),
                        ligne(une -> pose(une, "/alternant/dateNaissance", "")),
                        ligne(une -> {
                            pose(une, "/alternant/dateNaissance", "");
                            pose(une, "/detailsContrat/noContrat", "");
                            pose(une, "/alternant/nom", "");
                        }),
                        ligne(une -> {
                            pose(une, "/alternant/dateNaissance", "");
                            pose(une, "/detailsContrat/noContrat", "");
                            pose(une, "/alternant/prenom", "Frère");
                        }),
                        ligne(une -> {
                            pose(une, "/detailsContrat/noContrat", "");
                            pose(une, "/alternant/sexe", "1");
                        }));
        monde.deca().banc().poursuis();
        assertThat(monde.deca().banc().texte("select count(*) from quarantaine"))
                .isEqualTo("6");

        // When
        monde.efface(monde.zoe());
        monde.deca().banc().relis(J1, J1);

        // Then
        assertThat(monde.deca().banc().texte("select count(*) from quarantaine"))
                .isEqualTo("2");
        assertThat(monde.deca().banc().texte(SECRETS)).isEqualTo("2");
        assertThat(monde.deca().banc().derniere().signalements()).contains(new Signalement("PERSONNE_EFFACEE", 5));
    }

    @Test
    void a_merged_id_answers_for_the_survivor_and_for_nobody_afterwards() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        var elle = monde.zoe();
        BaseDIngestion.execute("insert into personne_fusionnee values (9999999, " + elle + ")");

        assertThat(monde.efface(9_999_999)).hasValue(0);

        assertThat(monde.deca().banc().texte("select count(*) from personne_fusionnee"))
                .isEqualTo("0");
    }

    @Test
    void a_damaged_value_leaves_its_mark_out_and_says_so() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        BaseDIngestion.execute("update identite set nom = set_byte(nom, 30, get_byte(nom, 30) # 1)");

        assertThat(monde.efface(monde.zoe())).hasValue(1);

        monde.deca().banc().relis(J1, J1);
        assertThat(monde.deca().banc().derniere().crees()).isZero();
    }
}
