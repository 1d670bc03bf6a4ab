package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries of one process follow each other without a gap, each with the digest of the one before. */
class ChaineTest {

    private static final Duration BORNE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private BaseDeJournal base;
    private JournalGroupe journal;

    private record Lu(long rang, byte[] precedente, byte[] empreinte) {}

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
        journal = base.journal(vertx, BaseDeJournal.PATIENTS);
    }

    @AfterEach
    void ferme() {
        journal.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void each_entry_carries_the_digest_of_the_one_before() throws Exception {
        // When
        var chaine = inscris(100, base.revision());

        // Then
        entiere(chaine, 100);
    }

    @Test
    void what_was_refused_for_its_revision_leaves_no_gap() throws Exception {
        // Given
        base.avanceLaRevision();
        long revision = base.revision();
        var premiere = journal.inscris(Exemples.divulgation("chaine", revision))
                .await()
                .atMost(BORNE);

        // When every third rests on what was before
        var reponses = IntStream.range(0, 60)
                .mapToObj(n -> journal.inscris(Exemples.divulgation("chaine", n % 3 == 1 ? revision - 1 : revision))
                        .onFailure(RevisionPerimee.class)
                        .recoverWithNull()
                        .subscribeAsCompletionStage())
                .toList();

        // Then
        assertThat(CompletableFuture.allOf(reponses.toArray(CompletableFuture[]::new)))
                .succeedsWithin(BORNE);
        entiere(premiere.chaine(), 41);
    }

    @Test
    void what_the_database_refused_leaves_no_gap() throws Exception {
        // Given
        long revision = base.revision();
        var premiere = inscris(1, revision);
        base.execute("alter table journal.entree add constraint epreuve check (client <> 'fautif')");
        try {
            // When
            var reponses = IntStream.range(0, 30)
                    .mapToObj(n -> journal.inscris(Exemples.divulgation(n % 7 == 3 ? "fautif" : "chaine", revision))
                            .onFailure(JournalIndisponible.class)
                            .recoverWithNull()
                            .subscribeAsCompletionStage())
                    .toList();

            // Then
            assertThat(CompletableFuture.allOf(reponses.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(BORNE);
            entiere(premiere, 1 + 30 - 4);
        } finally {
            base.execute("alter table journal.entree drop constraint epreuve");
        }
    }

    @Test
    void a_flush_whose_end_is_unknown_ends_the_chain_and_another_begins() throws Exception {
        // Given
        long revision = base.revision();
        var ancienne = inscris(3, revision);

        // When the connection is cut while the entry waits for a lock
        try (var connexion = base.superutilisateur();
                var ordre = connexion.createStatement()) {
            connexion.setAutoCommit(false);
            ordre.execute("lock table journal.entree in access exclusive mode");
            var perdue =
                    journal.inscris(Exemples.divulgation("chaine", revision)).subscribeAsCompletionStage();
            base.attendsUnVerrou();
            base.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'bal_journal'"
                    + " and wait_event_type = 'Lock'");
            assertThat(perdue).failsWithin(BORNE);
            connexion.rollback();
        }

        // Then
        var nouvelle = desQueLaConnexionEstRefaite(revision);
        assertThat(inscris(1, revision)).isEqualTo(nouvelle).isNotEqualTo(ancienne);
        entiere(ancienne, 3);
        entiere(nouvelle, 2);
    }

    @Test
    void no_two_entries_of_a_chain_have_one_rank() throws Exception {
        // Given
        var chaine = inscris(2, base.revision());

        // When the role that appends says the last one's place again
        var reponse = base.nombre(
                """
                select journal.inscris(100, gen_random_uuid(), le, 2::smallint, client, agent, finalite, habilitations,
                    empreinte_operation, operation, coordonnees, recherches, revision, sujets, perimetre, personnes, chaine, rang,
                    precedente, empreinte)
                from journal.entree where chaine = '%s' and rang = 1"""
                        .formatted(chaine));

        // Then
        assertThat(reponse).isEqualTo(2);
        entiere(chaine, 2);
    }

    @Test
    void a_chain_that_the_database_does_not_know_as_this_process_does_ends() throws Exception {
        // Given
        var ancienne = inscris(2, base.revision());
        base.execute("update journal.tete set rang = 7 where chaine = '" + ancienne + "'");

        // When, Then
        var nouvelle = inscris(2, base.revision());
        assertThat(nouvelle).isNotEqualTo(ancienne);
        entiere(nouvelle, 2);
    }

    @Test
    void an_entry_without_its_place_is_refused_by_the_table() {
        assertThatThrownBy(
                        () -> base.execute(
                                """
                insert into journal.entree (id, le, forme, client, habilitations, empreinte_operation, coordonnees, recherches, revision,
                    sujets, empreinte)
                values (gen_random_uuid(), now(), 2, 'chaine', '{}', sha256(''), '{}', '{}', 1, '{}', sha256(''))"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("entree_enchainee");
    }

    /** An entry that is sent before the pool has noticed that its connection is cut is refused too. */
    private String desQueLaConnexionEstRefaite(long revision) {
        return journal.inscris(Exemples.divulgation("chaine", revision))
                .onFailure(JournalIndisponible.class)
                .retry()
                .withBackOff(Duration.ofMillis(10))
                .expireIn(BORNE.toMillis())
                .await()
                .atMost(BORNE)
                .chaine();
    }

    private String inscris(int nombre, long revision) {
        var toutes = IntStream.range(0, nombre)
                .mapToObj(n -> journal.inscris(Exemples.divulgation("chaine", revision)))
                .toList();
        var recues = Uni.join().all(toutes).andFailFast().await().atMost(BORNE);
        assertThat(recues)
                .extracting(Inscription::chaine)
                .containsOnly(recues.get(0).chaine());
        return recues.get(0).chaine();
    }

    private void entiere(String chaine, int entrees) throws SQLException {
        var lues = lis(chaine);
        assertThat(lues)
                .extracting(Lu::rang)
                .containsExactlyElementsOf(
                        IntStream.range(0, entrees).mapToObj(n -> (long) n).toList());
        var precedente = new byte[32];
        for (var lue : lues) {
            assertThat(lue.precedente()).isEqualTo(precedente);
            precedente = lue.empreinte();
        }
        assertThat(base.nombre("select count(*) from journal.tete where chaine = '" + chaine + "' and rang = "
                        + (entrees - 1)))
                .isOne();
    }

    private List<Lu> lis(String chaine) throws SQLException {
        try (var connexion = base.connexion("bal_lecteur_journal");
                var ordre = connexion.createStatement();
                var lignes =
                        ordre.executeQuery("select rang, precedente, empreinte from journal.entree where chaine = '"
                                + chaine + "' order by rang")) {
            var lues = new ArrayList<Lu>();
            while (lignes.next()) {
                lues.add(new Lu(lignes.getLong(1), lignes.getBytes(2), lignes.getBytes(3)));
            }
            return lues;
        }
    }
}
