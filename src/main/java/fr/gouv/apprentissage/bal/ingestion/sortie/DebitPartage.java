package fr.gouv.apprentissage.bal.ingestion.sortie;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Requests of all replicas to one source, evenly spaced: each takes the next free turn in the database, by the database's clock. A turn that was
 * taken and not used is lost, which only makes the source's life easier. A turn so far away that nobody can be waiting for it was given before that
 * clock was put back, and counts no more.
 */
public final class DebitPartage implements Debit {

    private static final long TROP_LOIN = TimeUnit.MINUTES.toMicros(5);
    private static final int FILE = 100;

    /** How late one may leave: a tenth of what lies between two turns, fifty milliseconds at least. */
    private static final int PART = 10;

    private static final long RETARD = TimeUnit.MILLISECONDS.toMicros(50);
    private static final int ESSAIS = 5;

    private final Pool pool;
    private final String source;
    private final long microsecondes;

    /**
     * @param source whose rate it is
     * @param parSeconde requests per second, all replicas together
     */
    public DebitPartage(Pool pool, String source, double parSeconde) {
        if (!(parSeconde > 0)) {
            throw new IllegalArgumentException("un débit est positif");
        }
        this.pool = pool;
        this.source = source;
        this.microsecondes = (long) Math.ceil(TimeUnit.SECONDS.toMicros(1) / parSeconde);
    }

    /**
     * A turn that this process slept through is given up for another: those that come after it are others', and who leaves late leaves together with
     * them.
     */
    @Override
    public void attends() throws InterruptedException {
        var essai = 1;
        while (!partALHeure() && essai < ESSAIS) {
            essai++;
        }
    }

    private boolean partALHeure() throws InterruptedException {
        var avant = System.nanoTime();
        var attente = TimeUnit.MICROSECONDS.toNanos(tour());
        if (attente > 0) {
            Thread.sleep(Duration.ofNanos(attente).toMillis() + 1);
        }
        return System.nanoTime() - avant - Math.max(0, attente)
                <= TimeUnit.MICROSECONDS.toNanos(Math.max(RETARD, microsecondes / PART));
    }

    /** Microseconds from now to the next free turn. */
    private long tour() {
        return pool.preparedQuery("insert into debit as d (source, tour) values ($1, clock_timestamp())"
                        + " on conflict (source) do update set"
                        + " tour = greatest(clock_timestamp(), case when d.tour > clock_timestamp() + $3 * interval '1 microsecond'"
                        + " then clock_timestamp() else d.tour end + $2 * interval '1 microsecond')"
                        + " returning (extract(epoch from tour - clock_timestamp()) * 1000000)::bigint as attente")
                .executeAndAwait(Tuple.of(source, microsecondes, Math.max(TROP_LOIN, FILE * microsecondes)))
                .iterator()
                .next()
                .getLong("attente");
    }
}
