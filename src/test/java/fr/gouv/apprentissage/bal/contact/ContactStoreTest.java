package fr.gouv.apprentissage.bal.contact;

import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.AUTRE_SIREN;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.J;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.SIREN;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.deca;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.domaine;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.fait;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.siren;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.siret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of facts that sources say. */
class ContactStoreTest {

    private final Pool pool = BaseDIngestion.vide();
    private final ScellementDeTest cles = ScellementDeTest.ouvert();
    private final BancDeContacts banc = new BancDeContacts(pool, cles, BancDeContacts.le(J.plusDays(5)));

    private static final String TETE =
            "DECA|D|" + SIREN.valeur() + "|" + siret(SIREN, 1).valeur();

    @Test
    void an_address_that_nobody_knew_is_a_record_with_a_secret_and_an_index() {
        assertThat(banc.ecris(deca(J, "rh@essai.fr"))).isEqualTo(new Ecriture(1, 0, 0, 0));

        assertThat(banc.contacts()).containsExactly(TETE + "|rh@essai.fr|essai.fr|2025-03-10|2025-03-10|2025-04-09");
        var ou = banc.enregistrements();
        assertThat(ou.get(0)).hasSize(1).isEqualTo(ou.get(1)).isEqualTo(ou.get(2));
    }

    @Test
    void the_address_stands_nowhere_in_clear_and_a_public_provider_s_domain_neither() {
        banc.ecris(deca(J, "jeanne.martin@orange.fr"));

        assertThat(banc.textes("select contact::text from contact").get(0)).doesNotContain("martin", "orange");
        assertThat(banc.textes("select domaine from contact")).containsExactly("null");
    }

    @Test
    void seen_again_it_is_known_longer_and_trusted_longer() {
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(banc.ecris(deca(J.plusDays(3), "rh@essai.fr"))).isEqualTo(new Ecriture(0, 1, 0, 0));

        assertThat(banc.contacts()).containsExactly(TETE + "|rh@essai.fr|essai.fr|2025-03-10|2025-03-13|2025-04-12");
    }

    @Test
    void an_older_fact_moves_the_first_sight_alone() {
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(banc.ecris(deca(J.minusDays(3), "rh@essai.fr"))).isEqualTo(new Ecriture(0, 1, 0, 0));

        assertThat(banc.contacts()).containsExactly(TETE + "|rh@essai.fr|essai.fr|2025-03-07|2025-03-10|2025-04-09");
    }

    @Test
    void what_was_seen_with_a_place_that_has_very_many_addresses_is_found_again() {
        var adresses = IntStream.range(0, 200)
                .mapToObj(rang -> deca(J, "rh" + rang + "@essai.fr"))
                .toList();
        banc.ecris(adresses);
        var avant = banc.contacts();

        assertThat(banc.ecris(adresses)).isEqualTo(new Ecriture(0, 0, 200, 0));
        assertThat(banc.ecris(deca(J.plusDays(1), "rh7@essai.fr"), deca(J, "rh200@essai.fr")))
                .isEqualTo(new Ecriture(1, 1, 0, 0));
        assertThat(banc.contacts()).hasSize(avant.size() + 1);
    }

    @Test
    void the_address_of_a_large_place_is_another_contact_elsewhere_and_by_another_source() {
        banc.ecris(IntStream.range(0, 100)
                .mapToObj(rang -> deca(J, "rh" + rang + "@essai.fr"))
                .toList());

        assertThat(banc.ecris(
                        fait("DECA", false, AUTRE_SIREN, Optional.of(siret(AUTRE_SIREN, 1)), "rh7@essai.fr", J),
                        fait("AKTO", false, SIREN, Optional.of(siret(SIREN, 1)), "rh7@essai.fr", J),
                        fait("DECA", true, SIREN, Optional.of(siret(SIREN, 1)), "rh7@essai.fr", J)))
                .isEqualTo(new Ecriture(3, 0, 0, 0));
    }

    @Test
    void the_same_fact_again_touches_no_row() {
        banc.ecris(deca(J, "rh@essai.fr"));
        var avant = banc.textes("select xmin || contact::text from contact");

        assertThat(banc.ecris(deca(J, "rh@essai.fr"))).isEqualTo(new Ecriture(0, 0, 1, 0));

        assertThat(banc.textes("select xmin || contact::text from contact")).isEqualTo(avant);
    }

    @Test
    void of_a_fact_that_has_ended_nothing_is_kept() {
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(banc.ecris(deca(J.minusDays(26), "rh@essai.fr"), deca(J.minusDays(26), "paie@essai.fr")))
                .isEqualTo(new Ecriture(0, 0, 0, 2));

        assertThat(banc.contacts()).containsExactly(TETE + "|rh@essai.fr|essai.fr|2025-03-10|2025-03-10|2025-04-09");
    }

    @Test
    void a_fact_is_kept_on_the_last_day_on_which_it_may_be_trusted() {
        assertThat(banc.ecris(deca(J.minusDays(25), "rh@essai.fr")).crees()).isEqualTo(1);
    }

    @Test
    void facts_of_one_contact_that_come_together_make_one_record() {
        assertThat(banc.ecris(
                        deca(J, "rh@essai.fr"),
                        deca(J.plusDays(2), "rh@essai.fr"),
                        deca(J.minusDays(1), "rh@essai.fr")))
                .isEqualTo(new Ecriture(1, 0, 0, 0));

        assertThat(banc.contacts()).containsExactly(TETE + "|rh@essai.fr|essai.fr|2025-03-09|2025-03-12|2025-04-11");
    }

    @Test
    void the_answer_to_a_live_question_stands_beside_what_a_file_states_and_lends_it_nothing() {
        var etablissement = Optional.of(siret(SIREN, 1));
        banc.ecris(fait("AKTO", false, SIREN, etablissement, "rh@essai.fr", J));

        banc.ecris(fait("AKTO", true, SIREN, etablissement, "rh@essai.fr", J.plusDays(4)));

        assertThat(banc.textes("select questionne || '|' || expire_le from contact order by 1"))
                .containsExactly("false|2025-04-09", "true|2025-04-13");
    }

    @Test
    void source_company_establishment_address_and_domain_each_tell_records_apart() {
        var faits = List.of(
                fait("DECA", false, SIREN, Optional.of(siret(SIREN, 1)), "rh@essai.fr", J),
                fait("AKTO", false, SIREN, Optional.of(siret(SIREN, 1)), "rh@essai.fr", J),
                fait("DECA", false, SIREN, Optional.of(siret(SIREN, 2)), "rh@essai.fr", J),
                fait("DECA", false, SIREN, Optional.empty(), "rh@essai.fr", J),
                fait("DECA", false, AUTRE_SIREN, Optional.empty(), "rh@essai.fr", J),
                fait("DECA", false, SIREN, Optional.of(siret(SIREN, 1)), "paie@essai.fr", J),
                domaine("DECA", false, SIREN, "essai.fr", J),
                domaine("DECA", false, SIREN, "autre.fr", J));

        assertThat(banc.ecris(faits)).isEqualTo(new Ecriture(8, 0, 0, 0));
        assertThat(banc.ecris(faits)).isEqualTo(new Ecriture(0, 0, 8, 0));
        assertThat(banc.textes("select count(distinct enregistrement) from secret"))
                .containsExactly("8");
    }

    @Test
    void more_facts_than_a_lot_are_all_written_and_found_again() {
        var faits = IntStream.range(0, 1200)
                .mapToObj(rang -> deca(J, "adresse" + rang + "@essai.fr"))
                .toList();

        assertThat(banc.ecris(faits)).isEqualTo(new Ecriture(1200, 0, 0, 0));
        assertThat(banc.ecris(faits)).isEqualTo(new Ecriture(0, 0, 1200, 0));
    }

    @Test
    void the_domain_is_the_one_that_the_newest_sight_says() {
        banc.ecris(deca(J, "rh@essai.fr"));
        BaseDIngestion.execute("update contact set domaine = 'fournisseur.example'");

        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(banc.textes("select domaine from contact")).containsExactly("essai.fr");
    }

    @Test
    void under_two_generations_of_indexes_it_is_the_same_record() {
        banc.ecris(deca(J, "rh@essai.fr"));
        cles.ouvreGeneration(2, Pliage.VERSION);

        assertThat(banc.ecris(deca(J.plusDays(1), "rh@essai.fr"), deca(J, "paie@essai.fr")))
                .isEqualTo(new Ecriture(1, 1, 0, 0));

        assertThat(banc.ecris(deca(J, "paie@essai.fr"))).isEqualTo(new Ecriture(0, 0, 1, 0));
        assertThat(banc.textes(
                        "select generation || '|' || count(*) from index_aveugle group by generation order by 1"))
                .containsExactly("1|2", "2|1");
    }

    @Test
    void a_record_that_ends_while_it_is_seen_again_begins_anew() throws Exception {
        // Given: a purge that took it away and has not committed
        banc.ecris(deca(J, "rh@essai.fr"));
        var ancien = banc.textes("select enregistrement from contact");
        var purge = pool.getConnectionAndAwait();
        var transaction = purge.beginAndAwait();
        purge.query("delete from contact").executeAndAwait();
        var fil = Executors.newSingleThreadExecutor();

        // When
        var ecriture = fil.submit(() -> banc.ecris(deca(J.plusDays(1), "rh@essai.fr")));
        while (banc.textes("select 1 from pg_locks where not granted").isEmpty()) {
            Thread.sleep(10);
        }
        transaction.commitAndAwait();
        purge.closeAndAwait();

        // Then
        assertThat(ecriture.get()).isEqualTo(new Ecriture(1, 0, 0, 0));
        assertThat(banc.textes("select enregistrement from contact")).hasSize(1).isNotEqualTo(ancien);
        fil.shutdown();
    }

    @Test
    void two_who_write_of_the_same_companies_in_opposite_orders_both_end() throws Exception {
        var faits = IntStream.rangeClosed(1, 200)
                .mapToObj(rang -> fait("DECA", false, siren(rang), Optional.empty(), "rh@essai" + rang + ".fr", J))
                .toList();
        var renverses = new ArrayList<>(faits);
        Collections.reverse(renverses);
        var fils = Executors.newFixedThreadPool(2);

        var une = fils.submit(() -> banc.ecris(faits));
        var autre = fils.submit(() -> banc.ecris(renverses));

        assertThat(une.get().plus(autre.get())).isEqualTo(new Ecriture(200, 0, 200, 0));
        fils.shutdown();
    }

    @Test
    void a_damaged_record_is_seen_again_without_being_opened() {
        banc.ecris(deca(J, "rh@essai.fr"));
        BaseDIngestion.execute("update contact set courriel = set_byte(courriel, 30, get_byte(courriel, 30) # 1);"
                + "update secret set enveloppe = substr(enveloppe, 1, 40)");

        assertThat(banc.ecris(deca(J.plusDays(1), "rh@essai.fr"))).isEqualTo(new Ecriture(0, 1, 0, 0));
    }

    @Test
    void without_keys_nothing_is_written() {
        cles.perds(Classe.CONTACT);

        assertThatThrownBy(() -> banc.ecris(deca(J, "rh@essai.fr"))).isInstanceOf(ClesIndisponibles.class);

        assertThat(banc.textes("select enregistrement from secret union select enregistrement from contact"))
                .isEmpty();
    }

    @Test
    void nothing_of_an_address_shows_in_a_fact() {
        assertThat(deca(J, "jeanne.martin@orange.fr").toString()).doesNotContain("martin", "orange");
    }
}
