package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionsDuJournalTest {

    private BaseDeJournal base;

    static String partition(int mois) {
        return "journal.entree_"
                + YearMonth.now(ZoneOffset.UTC).plusMonths(mois).format(DateTimeFormatter.ofPattern("uuuu_MM"));
    }

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
    }

    @Test
    void this_month_and_the_next_two_exist_from_the_migration() throws Exception {
        assertThat(attachees()).isEqualTo(3);
    }

    @Test
    void a_month_that_is_missing_is_made_with_its_indexes() throws Exception {
        // Given
        base.execute("drop table " + partition(2));

        // When
        base.executeComme("bal_journal", "select journal.prepare_partitions()");

        // Then
        assertThat(attachees()).isEqualTo(3);
        assertThat(base.nombre(
                        "select count(*) from pg_index i join pg_inherits h on h.inhrelid = i.indexrelid where i.indrelid = '"
                                + partition(2) + "'::regclass"))
                .isEqualTo(3);
        assertThat(base.nombre(
                        "select count(*) from pg_class c join pg_index i on i.indexrelid = c.oid where i.indrelid = '"
                                + partition(2) + "'::regclass and 'gin_pending_list_limit=256' = any (c.reloptions)"))
                .isOne();
        assertThat(base.nombre("select (relowner = 'bal_proprietaire'::regrole)::int from pg_class where oid = '"
                        + partition(2) + "'::regclass"))
                .isOne();
    }

    @Test
    void a_month_that_was_detached_comes_back_with_its_entries() throws Exception {
        // Given
        base.execute("alter table journal.entree detach partition " + partition(1));

        // When
        base.executeComme("bal_journal", "select journal.prepare_partitions()");

        // Then
        assertThat(attachees()).isEqualTo(3);
    }

    @Test
    void nothing_is_done_when_nothing_is_missing() throws Exception {
        assertThat(base.nombre("select journal.prepare_partitions()")).isZero();
    }

    @Test
    void making_a_month_waits_for_no_writer_and_makes_none_wait() throws Exception {
        // Given an entry that is being written
        base.execute("drop table " + partition(2));
        try (var connexion = base.superutilisateur();
                var ordre = connexion.createStatement()) {
            connexion.setAutoCommit(false);
            ordre.execute("lock table journal.entree in row exclusive mode");

            // When
            base.executeComme("bal_journal", "select journal.prepare_partitions()");

            // Then
            assertThat(attachees()).isEqualTo(3);
        }
    }

    private long attachees() throws SQLException {
        return base.nombre("select count(*) from pg_inherits where inhparent = 'journal.entree'::regclass");
    }
}
