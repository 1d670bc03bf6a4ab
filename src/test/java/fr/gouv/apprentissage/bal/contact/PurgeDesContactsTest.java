package fr.gouv.apprentissage.bal.contact;

import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.J;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.SIREN;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.deca;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.domaine;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.droits.effacement.BancDEffacement;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may no longer be trusted goes, and nothing else does. */
class PurgeDesContactsTest {

    private final Pool pool = BaseDIngestion.vide();
    private final BancDeContacts banc = new BancDeContacts(pool, ScellementDeTest.ouvert(), BancDeContacts.le(J));

    private int purge(LocalDate jour, int lot) {
        return new PurgeDesContacts(pool, BancDEffacement.lieux(), BancDeContacts.le(jour), lot)
                .lot()
                .await()
                .indefinitely();
    }

    @Test
    void what_ended_goes_whole_and_what_is_trusted_today_stays_whole() {
        banc.ecris(
                deca(J, "rh@essai.fr"),
                domaine("DECA", false, SIREN, "essai.fr", J),
                deca(J.plusDays(1), "paie@essai.fr"));

        assertThat(purge(J.plusDays(31), 10)).isEqualTo(2);

        assertThat(banc.contacts()).hasSize(1).allMatch(un -> un.contains("|paie@essai.fr|"));
        var ou = banc.enregistrements();
        assertThat(ou.get(0)).hasSize(1).isEqualTo(ou.get(1)).isEqualTo(ou.get(2));
    }

    @Test
    void on_its_last_day_it_stays() {
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(purge(J.plusDays(30), 10)).isZero();
    }

    @Test
    void a_lot_takes_no_more_than_it_may() {
        banc.ecris(IntStream.range(0, 5)
                .mapToObj(rang -> deca(J, "adresse" + rang + "@essai.fr"))
                .toList());

        assertThat(List.of(
                        purge(J.plusDays(99), 2),
                        purge(J.plusDays(99), 2),
                        purge(J.plusDays(99), 2),
                        purge(J.plusDays(99), 2)))
                .containsExactly(2, 2, 1, 0);
    }

    @Test
    void contracts_whose_employer_s_contact_ended_stay() {
        banc.ecris(deca(J, "rh@essai.fr"));
        BaseDIngestion.execute(
                "insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue, employeur_siren,"
                        + " employeur_courriel) select 900, 'DECA', now(), now(), now(), now(), siren, courriel from contact;"
                        + "insert into secret select 900, epoque, enveloppe from secret");

        assertThat(purge(J.plusDays(31), 10)).isEqualTo(1);

        assertThat(banc.textes("select id from contrat union all select enregistrement from secret"))
                .containsExactly("900", "900");
    }

    @Test
    void while_another_process_is_at_it_nothing_is_done() {
        banc.ecris(deca(J, "rh@essai.fr"));
        var autre = pool.getConnectionAndAwait();
        var transaction = autre.beginAndAwait();
        autre.query("select pg_advisory_xact_lock(" + 0x42414c_434f4eL + ")").executeAndAwait();

        assertThat(purge(J.plusDays(31), 10)).isZero();

        transaction.rollbackAndAwait();
        autre.closeAndAwait();
        assertThat(purge(J.plusDays(31), 10)).isEqualTo(1);
    }

    @Test
    void what_somebody_is_writing_is_left_to_a_later_round() {
        banc.ecris(deca(J, "rh@essai.fr"));
        var autre = pool.getConnectionAndAwait();
        var transaction = autre.beginAndAwait();
        autre.query("update contact set expire_le = '2026-01-01'").executeAndAwait();

        assertThat(purge(J.plusDays(31), 10)).isZero();

        transaction.commitAndAwait();
        autre.closeAndAwait();
        assertThat(purge(J.plusDays(31), 10)).isZero();
        assertThat(banc.contacts()).hasSize(1);
    }
}
