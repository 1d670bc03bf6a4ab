package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroitsDuJournalTest {

    private static final String DROIT_REFUSE = "42501";

    private BaseDeJournal base;

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            bal_journal         | select count(*) from journal.entree
            bal_journal         | insert into journal.entree select * from journal.entree
            bal_journal         | insert into journal.entree (id) values (gen_random_uuid())
            bal_journal         | update journal.entree set client = 'autre'
            bal_journal         | delete from journal.entree
            bal_journal         | truncate journal.entree
            bal_journal         | drop table journal.entree
            bal_journal         | select revision from public.habilitation_revision
            bal_journal         | update public.habilitation_revision set revision = 0
            bal_journal         | create table journal.autre (a int)
            bal_journal         | select count(*) from journal.tete
            bal_journal         | update journal.tete set rang = 0
            bal_journal         | delete from journal.tete
            bal_journal         | select count(*) from journal.jalon
            bal_journal         | delete from journal.jalon
            bal_journal         | update journal.remise set numero = 0
            bal_service         | select count(*) from journal.entree
            bal_service         | insert into journal.entree (id) values (gen_random_uuid())
            bal_service         | update journal.entree set client = 'autre'
            bal_service         | delete from journal.entree
            bal_service         | truncate journal.entree
            bal_service         | select journal.prepare_partitions()
            bal_service         | select journal.empechement(100)
            bal_lecteur_journal | insert into journal.entree (id) values (gen_random_uuid())
            bal_lecteur_journal | update journal.entree set client = 'autre'
            bal_lecteur_journal | delete from journal.entree
            bal_lecteur_journal | truncate journal.entree
            bal_lecteur_journal | delete from journal.jalon
            bal_lecteur_journal | update journal.tete set rang = 0
            bal_service         | delete from journal.jalon
            bal_lecteur_journal | select journal.prepare_partitions()
            bal_lecteur_journal | select journal.empechement(100)
            """)
    void a_role_has_no_right_but_its_own(String role, String ordre) {
        assertThatThrownBy(() -> base.executeComme(role, ordre))
                .isInstanceOf(SQLException.class)
                .extracting(erreur -> ((SQLException) erreur).getSQLState())
                .isEqualTo(DROIT_REFUSE);
    }

    @ParameterizedTest
    @CsvSource({"bal_service", "bal_lecteur_journal", "public"})
    void only_the_journal_s_role_may_append(String role) throws Exception {
        assertThat(base.nombre("select count(*) from pg_proc p where p.pronamespace = 'journal'::regnamespace"
                        + " and has_function_privilege('" + role + "', p.oid, 'execute')"))
                .isZero();
    }

    @Test
    void no_partition_opens_a_door_beside_the_table() throws Exception {
        assertThat(
                        base.nombre(
                                """
                        select count(*) from pg_inherits h, unnest(array['bal_journal', 'bal_service', 'bal_lecteur_journal', 'bal_conservation_journal']) r,
                            unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p
                        where h.inhparent = 'journal.entree'::regclass and has_table_privilege(r, h.inhrelid, p)"""))
                .isZero();
    }

    @Test
    void the_reader_reads() throws Exception {
        base.executeComme("bal_lecteur_journal", "select count(*) from journal.entree");

        assertThat(base.nombre("select has_table_privilege('bal_lecteur_journal', 'journal.entree', 'select')::int"))
                .isOne();
    }

    @Test
    void every_function_fixes_its_search_path() throws Exception {
        assertThat(base.nombre("select count(*) from pg_proc p where p.pronamespace = 'journal'::regnamespace"
                        + " and (p.proconfig is null or not 'search_path=pg_catalog, pg_temp' = any (p.proconfig))"))
                .isZero();
    }
}
