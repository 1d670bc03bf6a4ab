package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.OptionalLong;

/** Leases: what runs once in the cluster holds one. Time is the database's, so that clocks of replicas need not agree. */
final class BailStore {

    private final Pool pool;
    private final String titulaire;
    private final Duration duree;

    /**
     * @param titulaire who asks: one text per process
     * @param duree how long a lease holds without a beat
     */
    BailStore(Pool pool, String titulaire, Duration duree) {
        this.pool = pool;
        this.titulaire = titulaire;
        this.duree = duree;
    }

    Duration duree() {
        return duree;
    }

    /**
     * Takes a lease that is free or has run out; empty when somebody holds it. One that was beaten in the future was beaten before the database's
     * clock was put back: who holds it and lives beats it now, and is told by the fence if that comes too late.
     */
    OptionalLong prends(String nom) {
        var lignes = pool.preparedQuery("insert into bail as b (nom, titulaire, jeton, battu_le, expire_le)"
                        + " values ($1, $2, 1, clock_timestamp(), clock_timestamp() + $3 * interval '1 millisecond')"
                        + " on conflict (nom) do update set titulaire = excluded.titulaire, jeton = b.jeton + 1,"
                        + " battu_le = excluded.battu_le, expire_le = excluded.expire_le"
                        + " where b.expire_le < clock_timestamp()"
                        + " or b.battu_le > clock_timestamp() + $3 * interval '1 millisecond' returning jeton")
                .executeAndAwait(Tuple.of(nom, titulaire, duree.toMillis()));
        var iteree = lignes.iterator();
        return iteree.hasNext() ? OptionalLong.of(iteree.next().getLong("jeton")) : OptionalLong.empty();
    }

    /** Beats; false when the lease is somebody else's now. Within a transaction it also keeps others from taking it before the commit. */
    boolean bats(SqlClient client, String nom, long jeton) {
        return client.preparedQuery("update bail set battu_le = clock_timestamp(),"
                                + " expire_le = clock_timestamp() + $4 * interval '1 millisecond'"
                                + " where nom = $1 and titulaire = $2 and jeton = $3")
                        .executeAndAwait(Tuple.of(nom, titulaire, jeton, duree.toMillis()))
                        .rowCount()
                == 1;
    }

    /**
     * The fence: whoever slept through the lease gets no further than here, and nothing of the transaction stays.
     *
     * @throws BailPerdu when the lease is somebody else's now
     */
    void exige(SqlClient client, String nom, long jeton) {
        if (!bats(client, nom, jeton)) {
            throw new BailPerdu();
        }
    }

    /** Whether somebody holds this lease now. */
    boolean tenu(SqlClient client, String nom) {
        return client.preparedQuery("select from bail where nom = $1 and expire_le >= clock_timestamp()")
                        .executeAndAwait(Tuple.of(nom))
                        .size()
                > 0;
    }

    boolean bats(String nom, long jeton) {
        return bats(pool, nom, jeton);
    }

    /** Gives a lease back: it is nobody's, so that a beat which is still on its way does not take it again. */
    void rends(String nom, long jeton) {
        pool.preparedQuery(
                        "update bail set expire_le = '-infinity', titulaire = '' where nom = $1 and titulaire = $2 and jeton = $3")
                .executeAndAwait(Tuple.of(nom, titulaire, jeton));
    }
}
