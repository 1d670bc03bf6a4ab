package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AvecBaseEmbarquee
class RolesTest {

    private static final String REFUS = "42501";

    @Inject
    Pool service;

    @Inject
    @ReactiveDataSource("journal")
    Pool journal;

    @Inject
    @ReactiveDataSource("lecture-journal")
    Pool lecture;

    @Test
    void theRoleThatServesReadsAndWritesTheTables() {
        assertThat(texte(service, "select current_user")).isEqualTo("bal_service");
        assertThat(texte(service, "select count(*) from contrat")).isNotNull();
        assertThat(texte(service, "select has_table_privilege('contrat', 'insert, update, delete')"))
                .isEqualTo("true");
        assertThat(texte(service, "select nextval('enregistrement_seq')")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table intruse (n int)",
                "alter table contrat add column intruse int",
                "drop table contrat",
                "truncate contrat",
                "select count(*) from flyway_schema_history",
                "create role intruse",
                "create database intruse"
            })
    void theRoleThatServesOwnsNothing(String ordre) {
        refuse(service, ordre);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from contrat",
                "delete from contrat",
                "select count(*) from secret",
                "create table intruse (n int)"
            })
    void theRoleOfTheJournalSeesNoTableOfTheService(String ordre) {
        refuse(journal, ordre);
    }

    @Test
    void theJournalDoesNotWaitForALock() {
        assertThat(texte(journal, "select current_user")).isEqualTo("bal_journal");
        assertThat(texte(journal, "show lock_timeout")).isEqualTo("2s");
        assertThat(texte(journal, "show statement_timeout")).isEqualTo("5s");
    }

    @Test
    void theRoleThatReadsTheJournalReadsIt() {
        assertThat(texte(lecture, "select current_user")).isEqualTo("bal_lecteur_journal");
        assertThat(texte(lecture, "select count(*) from journal.entree")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into journal.entree (id) values (gen_random_uuid())",
                "update journal.entree set client = 'autre'",
                "delete from journal.entree",
                "truncate journal.entree",
                "select count(*) from contrat",
                "select count(*) from secret",
                "create table intruse (n int)"
            })
    void theRoleThatReadsTheJournalDoesNothingElse(String ordre) {
        refuse(lecture, ordre);
    }

    private static void refuse(Pool base, String ordre) {
        assertThatThrownBy(() -> base.query(ordre).execute().await().atMost(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo(REFUS));
    }

    private static String texte(Pool base, String ordre) {
        return String.valueOf(base.query(ordre)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getValue(0));
    }
}
