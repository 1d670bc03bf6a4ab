package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaAOublier.autre;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaAOublier.lou;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaAOublier.texte;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J2;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.droits.effacement.EffacementImpossible;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Signalement;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting a person while something else happens to them, or to the database. */
class EffacementAuMauvaisMomentTest {

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
    void rows_that_were_staged_before_do_not_come_back() {
        // Given: a second day that is staged while she is erased, with a row of hers that cannot be identified
        monde.deca().tba(J1, ligne(), lou());
        monde.deca().banc().poursuis();
        var elle = monde.zoe();
        monde.deca().lba(J2, ligne(), autre("222222222222"), ligne(une -> pose(une, "/detailsContrat/noContrat", "")));
        monde.deca().tba(J2, lou());
        var banc = monde.banc(extrait -> {
            if (extrait == 1) {
                assertThat(monde.efface(elle)).hasValue(0);
            }
        });

        // When
        banc.relis(J2, J2);
        banc.close();

        // Then
        assertThat(banc.derniere().signalements()).contains(new Signalement("PERSONNE_EFFACEE", 2));
        assertThat(monde.deca().banc().texte("select count(*) from contrat")).isEqualTo("1");
        assertThat(monde.deca().banc().texte("select count(*) from secret s join contrat c on c.id = s.enregistrement"))
                .isEqualTo("1");
        assertThat(monde.deca().banc().texte("select count(*) from quarantaine"))
                .isEqualTo("0");
    }

    @Test
    void who_is_merged_into_the_person_at_that_moment_goes_too() throws Exception {
        // Given: a merge holds the lock, and gives her Lou's record
        monde.deca().tba(J1, ligne(), lou());
        monde.deca().banc().poursuis();
        var elle = monde.zoe();
        var fil = Executors.newSingleThreadExecutor();
        var connexion = monde.deca().banc().pool().getConnectionAndAwait();
        var transaction = connexion.beginAndAwait();
        VerrouDAppariement.prends(connexion);
        connexion.query("update identite set personne = " + elle).executeAndAwait();

        // When
        var effacee = fil.submit(() -> monde.efface(elle));
        transaction.commitAndAwait();
        connexion.closeAndAwait();

        // Then
        assertThat(effacee.get()).hasValue(0);
        assertThat(monde.deca().banc().texte("select count(*) from identite")).isEqualTo("0");
        fil.shutdown();
    }

    @Test
    void of_two_erasures_at_once_one_erases_and_the_other_finds_nobody() throws Exception {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        var elle = monde.zoe();
        var fils = Executors.newFixedThreadPool(2);

        var faites = fils.invokeAll(List.<Callable<OptionalInt>>of(() -> monde.efface(elle), () -> monde.efface(elle)));

        assertThat(List.of(faites.get(0).get(), faites.get(1).get()))
                .containsExactlyInAnyOrder(OptionalInt.of(0), OptionalInt.empty());
        assertThat(Files.readAllLines(monde.effacement().liste())).hasSize(1);
        fils.shutdown();
    }

    @Test
    void what_another_transaction_was_writing_of_the_record_goes_too() throws Exception {
        // Given: an epoch that is being opened holds the secret's row, and wraps it anew
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        BaseDIngestion.execute("create table if not exists secret_7 partition of secret for values in (7)");
        var elle = monde.zoe();
        var fil = Executors.newSingleThreadExecutor();
        var connexion = monde.deca().banc().pool().getConnectionAndAwait();
        var transaction = connexion.beginAndAwait();
        connexion.query("select 1 from secret for update").executeAndAwait();
        connexion
                .query("insert into secret select enregistrement, 7, enveloppe from secret")
                .executeAndAwait();

        // When: the erasure waits for that row
        var effacee = fil.submit(() -> monde.efface(elle));
        monde.attendsUnVerrou();
        transaction.commitAndAwait();
        connexion.closeAndAwait();

        // Then
        assertThat(effacee.get()).isPresent();
        assertThat(monde.deca().banc().texte("select count(*) from secret")).isEqualTo("0");
        fil.shutdown();
        BaseDIngestion.execute("drop table secret_7");
    }

    @Test
    void without_a_key_nothing_is_erased() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        var avant = monde.deca().banc().texte("select identite::text from identite");
        var elle = monde.zoe();

        assertThatThrownBy(() -> monde.effacement()
                        .efface(monde.deca().banc().pool(), ScellementDeTest.sans(Classe.IDENTITE), elle))
                .isInstanceOf(ClesIndisponibles.class);

        assertThat(monde.deca().banc().texte("select identite::text from identite"))
                .isEqualTo(avant);
        assertThat(monde.effacement().liste()).doesNotExist();
    }

    @Test
    void where_the_list_does_not_write_nothing_is_erased() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        var elle = monde.zoe();

        assertThatThrownBy(() -> monde.effacement()
                        .efface(monde.deca().banc().pool(), monde.deca().banc().scellement(), elle, dossier))
                .isInstanceOf(EffacementImpossible.class);

        assertThat(monde.deca().banc().texte("select count(*) from identite")).isEqualTo("1");
        assertThat(monde.deca().banc().texte("select count(*) from effacement")).isEqualTo("0");
    }

    @Test
    void a_restored_database_has_the_person_until_the_list_is_carried_out_on_it() {
        // Given: a copy from before the erasure
        monde.deca().tba(J1, ligne(), lou());
        monde.deca().banc().poursuis();
        var elle = monde.enregistrementDe("035202409001234");
        var copie = BaseDIngestion.copie("sauvegarde");
        monde.efface(monde.zoe());
        assertThat(monde.deca().revelateur().stocke(copie, elle, "nom")).isEqualTo("D'Hérouville-Lê");

        // When
        assertThat(monde.effacement().accorde(copie)).containsExactly(1, 0, 0);

        // Then
        assertThat(texte(copie, "select count(*) from secret where enregistrement = " + elle))
                .isEqualTo("0");
        assertThat(texte(copie, "select count(*) from contrat")).isEqualTo("1");
        assertThat(texte(copie, "select count(*) from identite i join secret using (enregistrement)"))
                .isEqualTo("1");
        assertThat(texte(copie, "select count(*) > 0 from suppression")).isEqualTo("true");
        assertThat(monde.effacement().accorde(copie)).containsExactly(0, 0, 0);
        copie.closeAndAwait();
    }

    @Test
    void a_record_that_took_the_id_of_an_erased_one_stays() {
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        var id = monde.deca().banc().texte("select id from contrat");
        monde.efface(monde.zoe());
        monde.deca().tba(J2, lou());
        monde.deca().banc().relis(J2, J2);
        BaseDIngestion.execute("update contrat set id = " + id + "; update identite set enregistrement = " + id
                + "; update secret set enregistrement = " + id + "; truncate effacement, suppression");

        assertThat(monde.effacement().accorde(monde.deca().banc().pool())).containsExactly(1, 0, 0);

        assertThat(monde.deca().banc().texte("select count(*) from contrat join secret on enregistrement = id"))
                .isEqualTo("1");
    }

    @Test
    void a_contact_that_took_the_id_of_an_erased_record_stays() {
        monde.deca().lba(J1, ligne());
        monde.deca().banc().poursuis();
        var id = monde.deca().banc().texte("select id from contrat");
        monde.efface(monde.zoe());
        BaseDIngestion.execute("update contact set enregistrement = " + id + "; update secret set enregistrement = "
                + id + "; update index_aveugle set enregistrement = " + id + "; truncate effacement, suppression");

        assertThat(monde.effacement().accorde(monde.deca().banc().pool())).containsExactly(1, 0, 0);

        assertThat(monde.deca()
                        .banc()
                        .texte(
                                "select count(*) from contact join secret using (enregistrement) join index_aveugle using"
                                        + " (enregistrement)"))
                .isEqualTo("1");
    }

    @Test
    void an_erasure_whose_commit_failed_is_carried_out_at_the_next_start() {
        // Given
        monde.deca().tba(J1, ligne());
        monde.deca().banc().poursuis();
        BaseDIngestion.execute("create function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''commit''; end';"
                + " create constraint trigger refuse after insert on effacement deferrable initially deferred"
                + " for each row execute function refuse()");
        var elle = monde.zoe();
        assertThatThrownBy(() -> monde.efface(elle)).isNotInstanceOf(EffacementImpossible.class);
        BaseDIngestion.execute("drop trigger refuse on effacement; drop function refuse()");
        assertThat(monde.deca().banc().texte("select count(*) from identite")).isEqualTo("1");

        // When
        assertThat(monde.effacement().accorde(monde.deca().banc().pool())).containsExactly(1, 0, 0);

        // Then
        assertThat(monde.deca().banc().texte("select count(*) from identite")).isEqualTo("0");
    }
}
