package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the journal cannot be written every entry fails, in bounded time; it works again by itself. */
@Tag("attaque34")
class JournalEnPanneTest {

    private static final Duration BORNE = BaseDeJournal.VIFS.delai().plus(Duration.ofSeconds(1));

    private final Vertx vertx = Vertx.vertx();
    private BaseDeJournal base;
    private JournalGroupe journal;

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
        journal = base.journal(vertx, BaseDeJournal.VIFS);
    }

    @AfterEach
    void ferme() throws SQLException {
        journal.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        base.execute("select journal.prepare_partitions()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock table journal.entree in access exclusive mode",
                "lock table public.habilitation_revision in access exclusive mode",
                "select pg_advisory_xact_lock(hashtext('bal.habilitation.revision'))"
            })
    void a_lock_that_is_held_fails_every_entry_until_it_is_let_go(String verrou) throws Exception {
        long revision = base.revision();
        try (var connexion = base.superutilisateur();
                var ordre = connexion.createStatement()) {
            // Given
            connexion.setAutoCommit(false);
            ordre.execute(verrou);

            // When
            var reponses = IntStream.range(0, 20)
                    .mapToObj(n -> journal.inscris(Exemples.divulgation("verrou", revision))
                            .subscribeAsCompletionStage())
                    .toList();

            // Then
            assertThat(reponses).allSatisfy(reponse -> assertThat(reponse)
                    .failsWithin(BORNE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(JournalIndisponible.class));
            assertThat(sante()).isEqualTo(Status.DOWN);
            connexion.rollback();
        }
        inscrit(revision);
        assertThat(sante()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table %s", "alter table journal.entree detach partition %s"})
    void a_missing_month_fails_the_entry_and_is_made_for_the_next(String manque) throws Exception {
        // Given
        long revision = base.revision();
        base.execute(manque.formatted(PartitionsDuJournalTest.partition(0)));

        // When, Then
        assertThatThrownBy(() -> inscrit(revision)).isInstanceOf(JournalIndisponible.class);
        inscrit(revision);
    }

    @Test
    void readiness_alone_makes_a_missing_month() throws Exception {
        base.execute("drop table " + PartitionsDuJournalTest.partition(0));

        assertThat(sante()).isEqualTo(Status.UP);
        inscrit(base.revision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create or replace function journal.epreuve() returns trigger language plpgsql as 'begin raise exception ''panne''; end';"
                        + "create trigger epreuve before insert on journal.entree for each row execute function journal.epreuve()"
                        + "|drop trigger epreuve on journal.entree; drop function journal.epreuve",
                "revoke execute on all functions in schema journal from bal_journal|grant execute on all functions in schema journal to bal_journal",
                "alter table habilitation_revision rename to ailleurs|alter table ailleurs rename to habilitation_revision",
                "alter role bal_journal set default_transaction_read_only = on|alter role bal_journal reset default_transaction_read_only"
            })
    void an_error_of_the_database_fails_the_entry_until_it_is_gone(String panneEtRemede) throws Exception {
        // Given
        long revision = base.revision();
        var ordres = panneEtRemede.split("\\|");
        base.execute(ordres[0]);
        try {
            // When, Then
            assertThatThrownBy(() -> inscrit(revision)).isInstanceOf(JournalIndisponible.class);
        } finally {
            base.execute(ordres[1]);
        }
        reconnecte();
        inscrit(revision);
    }

    @Test
    void the_message_of_a_failure_tells_nothing_of_the_entry() throws Exception {
        base.execute("drop table " + PartitionsDuJournalTest.partition(0));

        assertThatThrownBy(() -> inscrit(base.revision())).hasMessage("le journal ne peut pas être écrit");
    }

    private void reconnecte() {
        journal.close();
        journal = base.journal(vertx, BaseDeJournal.VIFS);
    }

    private void inscrit(long revision) {
        journal.inscris(Exemples.divulgation("panne", revision)).await().atMost(BORNE);
    }

    private Status sante() {
        return new SanteDuJournal(journal).call().await().atMost(BORNE).getStatus();
    }
}
