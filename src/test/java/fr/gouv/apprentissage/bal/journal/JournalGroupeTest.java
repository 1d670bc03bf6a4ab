package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalGroupeTest {

    private static final Duration BORNE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registre = new SimpleMeterRegistry();
    private BaseDeJournal base;
    private JournalGroupe journal;

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
        journal = base.journal(vertx, BaseDeJournal.PATIENTS, registre);
    }

    @AfterEach
    void ferme() {
        journal.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_is_read_back_has_the_digest_that_was_answered() throws Exception {
        // Given
        var divulgation = Exemples.divulgation("relu", base.revision());

        // When
        var inscription = journal.inscris(divulgation).await().indefinitely();

        // Then
        var id = UUID.fromString(inscription.id());
        try (var connexion = base.connexion("bal_lecteur_journal");
                var ordre = connexion.prepareStatement("select * from journal.entree where id = ?")) {
            ordre.setObject(1, id);
            var ligne = ordre.executeQuery();
            assertThat(ligne.next()).isTrue();
            var relue = new Divulgation(
                    ligne.getString("client"),
                    Optional.ofNullable(ligne.getString("agent")),
                    Optional.ofNullable(ligne.getString("finalite")),
                    List.of((String[]) ligne.getArray("habilitations").getArray()),
                    ligne.getBytes("empreinte_operation"),
                    Optional.ofNullable(ligne.getString("operation")),
                    List.of((String[]) ligne.getArray("coordonnees").getArray()),
                    List.of((String[]) ligne.getArray("recherches").getArray()),
                    List.of((UUID[]) ligne.getArray("sujets").getArray()),
                    ligne.getLong("revision"),
                    Optional.ofNullable(ligne.getString("perimetre")),
                    ligne.getInt("personnes"));
            var maillon = new Maillon(
                    ligne.getObject("chaine", UUID.class), ligne.getLong("rang"), ligne.getBytes("precedente"));
            var le = ligne.getObject("le", OffsetDateTime.class).toInstant();
            assertThat(FormeCanonique.v2(id, le, relue, maillon))
                    .isEqualTo(inscription.empreinte())
                    .isEqualTo(ligne.getBytes("empreinte"));
        }
    }

    @Test
    void an_entry_of_an_older_revision_is_refused_and_its_neighbour_is_not() throws Exception {
        // Given
        base.avanceLaRevision();
        long revision = base.revision();

        // When: both wait for the same flush, behind a first one
        var premiere =
                journal.inscris(Exemples.divulgation("premiere", revision)).subscribeAsCompletionStage();
        var vieille =
                journal.inscris(Exemples.divulgation("vieille", revision - 1)).subscribeAsCompletionStage();
        var courante =
                journal.inscris(Exemples.divulgation("courante", revision)).subscribeAsCompletionStage();

        // Then
        assertThat(premiere).succeedsWithin(BORNE);
        assertThat(courante).succeedsWithin(BORNE);
        assertThat(vieille).failsWithin(BORNE).withThrowableThat().havingCause().isInstanceOf(RevisionPerimee.class);
        assertThat(base.nombre("select count(*) from journal.entree where client = 'vieille'"))
                .isZero();
    }

    @Test
    void concurrent_entries_share_commits() throws Exception {
        // Given 32 callers, each asking again as soon as it is answered
        long revision = base.revision();
        var appelants = IntStream.range(0, 32)
                .mapToObj(n -> enchaine(Exemples.divulgation("appelant-" + n, revision), 50))
                .toList();

        // When
        long depart = System.nanoTime();
        Uni.join().all(appelants).andFailFast().await().atMost(Duration.ofSeconds(60));
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - depart);

        // Then
        double entrees = registre.get("bal.journal.entrees").counter().count();
        double commits = registre.get("bal.journal.commits").counter().count();
        System.out.printf(
                "journal: %.0f entries, %.0f commits, %.1f per commit, %d ms%n",
                entrees, commits, entrees / commits, ms);
        assertThat(entrees).isEqualTo(32 * 50);
        assertThat(entrees / commits).isGreaterThan(4);
    }

    @Test
    void the_answer_comes_on_the_context_that_asked() throws Exception {
        // Given
        Context contexte = vertx.getOrCreateContext();
        long revision = base.revision();
        var recu = new CompletableFuture<Context>();

        // When
        contexte.runOnContext(rien -> journal.inscris(Exemples.divulgation("contexte", revision))
                .subscribe()
                .with(inscription -> recu.complete(Vertx.currentContext()), recu::completeExceptionally));

        // Then
        assertThat(recu.get(30, TimeUnit.SECONDS)).isSameAs(contexte);
    }

    @Test
    void an_entry_that_the_database_refuses_does_not_take_its_neighbours_with_it() throws Exception {
        // Given a fault that only the database sees
        base.execute("alter table journal.entree add constraint epreuve check (client <> 'fautif')");
        try {
            long revision = base.revision();

            // When
            var avant =
                    journal.inscris(Exemples.divulgation("voisin", revision)).subscribeAsCompletionStage();
            var voisin =
                    journal.inscris(Exemples.divulgation("voisin", revision)).subscribeAsCompletionStage();
            var fautif =
                    journal.inscris(Exemples.divulgation("fautif", revision)).subscribeAsCompletionStage();
            var autre =
                    journal.inscris(Exemples.divulgation("voisin", revision)).subscribeAsCompletionStage();

            // Then
            assertThat(CompletableFuture.allOf(avant, voisin, autre)).succeedsWithin(BORNE);
            assertThat(fautif)
                    .failsWithin(BORNE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(JournalIndisponible.class);
        } finally {
            base.execute("alter table journal.entree drop constraint epreuve");
        }
    }

    @Test
    void a_malformed_entry_is_refused_without_reaching_the_database() {
        var malFormee = Exemples.divulgation("x".repeat(201), 1);

        assertThatThrownBy(() -> journal.inscris(malFormee).await().atMost(BORNE))
                .isInstanceOf(JournalIndisponible.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beyond_the_queue_s_bound_an_entry_fails_at_once() throws Exception {
        // Given a queue of 3, full behind a flush that waits for a lock
        long revision = base.revision();
        var petite = new Reglages(Duration.ofSeconds(30), Duration.ofSeconds(60), 3, 1);
        var etroit = base.journal(vertx, petite);
        try (var connexion = base.superutilisateur();
                var ordre = connexion.createStatement()) {
            connexion.setAutoCommit(false);
            ordre.execute("lock table journal.entree in access exclusive mode");

            var enVol = etroit.inscris(Exemples.divulgation("plein", revision)).subscribeAsCompletionStage();
            base.attendsUnVerrou();
            var enFile = IntStream.range(0, 3)
                    .mapToObj(n -> etroit.inscris(Exemples.divulgation("plein", revision))
                            .subscribeAsCompletionStage())
                    .toList();

            // When
            var deTrop = etroit.inscris(Exemples.divulgation("plein", revision)).subscribeAsCompletionStage();

            // Then: before the lock gives way
            assertThat(deTrop)
                    .isDone()
                    .failsWithin(BORNE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(JournalIndisponible.class);
            assertThat(enVol).isNotDone();
            connexion.rollback();
            assertThat(enVol).succeedsWithin(BORNE);
            assertThat(CompletableFuture.allOf(enFile.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(BORNE);
        } finally {
            etroit.close();
        }
    }

    @Test
    void ids_follow_time() throws Exception {
        long revision = base.revision();

        var ids = IntStream.range(0, 20)
                .mapToObj(n -> journal.inscris(Exemples.divulgation("ordre", revision))
                        .await()
                        .indefinitely()
                        .id())
                .toArray(String[]::new);

        assertThat(ids).isEqualTo(Arrays.stream(ids).sorted().toArray());
    }

    private Uni<Inscription> enchaine(Divulgation divulgation, int fois) {
        var une = journal.inscris(divulgation);
        return fois == 1 ? une : une.chain(() -> enchaine(divulgation, fois - 1));
    }
}
