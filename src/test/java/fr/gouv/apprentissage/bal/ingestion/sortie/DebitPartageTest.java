package fr.gouv.apprentissage.bal.ingestion.sortie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DebitPartageTest {

    private final Pool pool = BaseDIngestion.vide();

    @Test
    void two_replicas_together_keep_the_rate() throws Exception {
        // Given two that ask as fast as they may
        var departs = Collections.synchronizedList(new ArrayList<Long>());
        var fils = Executors.newFixedThreadPool(4);

        // When
        for (int fil = 0; fil < 4; fil++) {
            var debit = new DebitPartage(pool, "essai", 50);
            fils.submit(() -> {
                for (int n = 0; n < 10; n++) {
                    debit.attends();
                    departs.add(System.nanoTime());
                }
                return null;
            });
        }
        fils.shutdown();
        assertThat(fils.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        // Then 40 requests have 39 intervals of a fiftieth of a second between them, however they were shared
        var premier = Collections.min(departs);
        var dernier = Collections.max(departs);
        assertThat(departs).hasSize(40);
        assertThat(TimeUnit.NANOSECONDS.toMillis(dernier - premier)).isGreaterThan(39 * 20 - 40);
    }

    @Test
    void sources_do_not_wait_for_each_other() throws Exception {
        var lente = new DebitPartage(pool, "lente", 0.01);
        lente.attends();

        var depart = System.nanoTime();
        new DebitPartage(pool, "autre", 0.01).attends();

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - depart)).isLessThan(50);
    }

    @Test
    void turns_that_were_given_before_the_clock_of_the_database_was_put_back_keep_nobody_waiting() throws Exception {
        // Given a turn as it stands once that clock is an hour behind
        BaseDIngestion.execute("insert into debit values ('essai', now() + interval '1 hour')");
        var debit = new DebitPartage(pool, "essai", 10);

        // When
        var depart = System.nanoTime();
        for (int n = 0; n < 5; n++) {
            debit.attends();
        }

        // Then they go, a tenth of a second apart
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - depart)).isBetween(450L, 60_000L);
    }
}
