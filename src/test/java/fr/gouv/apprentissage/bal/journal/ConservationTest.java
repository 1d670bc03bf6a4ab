package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.journal.verification.Conservation;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old months go, by the role that does this and nothing else. */
class ConservationTest {

    private BaseDeJournal base;

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
    }

    @Test
    void months_that_are_wholly_older_go_and_their_checkpoints_stay() throws Exception {
        // Given
        base = BaseDeJournal.aPart();
        for (int mois : new int[] {11, 12, 13, 14}) {
            mois(mois);
        }
        base.execute(
                "insert into journal.jalon values (1, now() - interval '14 months', decode(repeat('00', 32), 'hex'), '{}', '{}',"
                        + " '{}', sha256(''), 'x', '')");

        // When
        int faites;
        try (var connexion = base.connexion("bal_conservation_journal")) {
            faites = new Conservation(Period.ofYears(1)).applique(connexion, Clock.systemUTC());
        }

        // Then: the month that the bound falls in stays
        assertThat(faites).isEqualTo(2);
        assertThat(existe(14)).isFalse();
        assertThat(existe(13)).isFalse();
        assertThat(existe(12)).isTrue();
        assertThat(existe(11)).isTrue();
        assertThat(base.nombre("select count(*) from journal.jalon")).isOne();
        assertThat(base.nombre("select count(*) from journal.entree")).isEqualTo(2);
        base.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bal_journal", "bal_service", "bal_lecteur_journal"})
    void nobody_else_may(String role) {
        refuse(role, "select journal.oublie(now() - interval '1 year')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from journal.entree",
                "delete from journal.entree",
                "truncate journal.entree",
                "delete from journal.jalon",
                "select journal.prepare_partitions()",
                "select count(*) from public.contrat"
            })
    void who_drops_may_do_nothing_else(String ordre) {
        refuse("bal_conservation_journal", ordre);
    }

    @Test
    void not_even_it_may_drop_what_is_recent() {
        assertThatThrownBy(() -> base.executeComme(
                        "bal_conservation_journal", "select journal.oublie(now() - interval '5 months')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("journal.oublie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P5M", "P3Y1D", "P37M", "P0D"})
    void a_duration_out_of_range_is_refused(String duree) {
        assertThatThrownBy(() -> new Conservation(Period.parse(duree)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bal.journal.conservation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6M", "P1Y", "P3Y"})
    void a_duration_in_range_passes(String duree) {
        assertThatCode(() -> new Conservation(Period.parse(duree))).doesNotThrowAnyException();
    }

    private void refuse(String role, String ordre) {
        assertThatThrownBy(() -> base.executeComme(role, ordre))
                .isInstanceOf(SQLException.class)
                .extracting(erreur -> ((SQLException) erreur).getSQLState())
                .isEqualTo("42501");
    }

    /** A month of long ago, with an entry, as the writer of that time left it. */
    private void mois(int avant) throws SQLException {
        var mois = YearMonth.now(ZoneOffset.UTC).minusMonths(avant);
        base.executeComme(
                "bal_proprietaire",
                "create table %s partition of journal.entree for values from ('%s-01 00:00:00+00') to ('%s-01 00:00:00+00')"
                        .formatted(nom(avant), mois, mois.plusMonths(1)));
        base.executeComme(
                "bal_proprietaire",
                """
                insert into journal.entree (id, le, forme, client, habilitations, empreinte_operation, coordonnees, recherches, revision,
                    sujets, empreinte)
                values (gen_random_uuid(), '%s-15 12:00:00+00', 1, 'ancien', '{}', sha256(''), '{}', '{}', 1, '{}', sha256(''))"""
                        .formatted(mois));
    }

    private boolean existe(int avant) throws SQLException {
        return base.nombre("select count(*) from pg_class where oid = to_regclass('" + nom(avant) + "')") == 1;
    }

    private static String nom(int avant) {
        return "journal.entree_"
                + YearMonth.now(ZoneOffset.UTC).minusMonths(avant).format(DateTimeFormatter.ofPattern("uuuu_MM"));
    }
}
