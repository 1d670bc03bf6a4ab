package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Two processes write while the habilitations change: after a change has committed, nothing rests on what was before. */
class RevisionsConcurrentesTest {

    private static final String TOUTES = "select count(*) from journal.entree where client = 'course'";

    private static BaseDeJournal base;
    private static List<Vertx> processus;
    private static List<JournalGroupe> journaux;

    @BeforeContainer
    static void ouvre() throws Exception {
        base = BaseDeJournal.commune();
        processus = List.of(Vertx.vertx(), Vertx.vertx());
        journaux = processus.stream()
                .map(vertx -> base.journal(vertx, Reglages.DEFAUT))
                .toList();
    }

    @AfterContainer
    static void ferme() {
        journaux.forEach(JournalGroupe::close);
        processus.forEach(
                vertx -> vertx.close().toCompletionStage().toCompletableFuture().join());
    }

    /** @param gestes below 0 a change of the habilitations, else how many entries arrive at once, on either writer */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void no_entry_of_an_older_revision_is_durable_after_the_change(
            @ForAll @Size(min = 5, max = 30) List<@IntRange(min = -6, max = 12) Integer> gestes) throws Exception {
        // Given
        var connue = new AtomicLong(base.revision());
        long avant = base.nombre(TOUTES);
        var reponses = new ArrayList<CompletableFuture<?>>();
        var acceptees = new AtomicLong();
        var apresChaqueChangement = new TreeMap<Long, Long>();

        // When
        for (int geste : gestes) {
            if (geste < 0) {
                base.avanceLaRevision();
                long ancienne = connue.getAndIncrement();
                apresChaqueChangement.put(ancienne, entrees(ancienne));
            }
            for (int n = 0; n < geste; n++) {
                // one in three rests on a plan that has not heard of the change
                long revision = n % 3 == 2 ? connue.get() - 1 : connue.get();
                reponses.add(journaux.get(n % 2)
                        .inscris(Exemples.divulgation("course", revision))
                        .invoke(acceptees::incrementAndGet)
                        .onFailure(RevisionPerimee.class)
                        .recoverWithNull()
                        .subscribeAsCompletionStage());
            }
        }
        assertThat(CompletableFuture.allOf(reponses.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(30));

        // Then
        assertThat(base.nombre(TOUTES) - avant).isEqualTo(acceptees.get());
        for (Map.Entry<Long, Long> changement : apresChaqueChangement.entrySet()) {
            assertThat(entrees(changement.getKey())).isEqualTo(changement.getValue());
        }
    }

    private static long entrees(long revision) throws SQLException {
        return base.nombre(TOUTES + " and revision = " + revision);
    }
}
