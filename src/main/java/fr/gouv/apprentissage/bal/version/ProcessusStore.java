package fr.gouv.apprentissage.bal.version;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tables {@code processus} and {@code format_ecrit}. Time is the database's. */
@Singleton
final class ProcessusStore {

    private static final Duration DELAI = Duration.ofSeconds(10);

    /** Whoever starts with less and whoever writes more follow each other. */
    private static final String VERROU = "select pg_advisory_xact_lock(hashtext('bal.version'))";

    private static final String VIS = "insert into processus (id, lit) values ($1, $2)"
            + " on conflict (id) do update set vu_le = clock_timestamp(), lit = excluded.lit";
    private static final String OUBLIE_LES_ANCIENS =
            "delete from processus where vu_le < clock_timestamp() - interval '1 day'";
    private static final String ECRITS = "select nom, version from format_ecrit";

    /** A process that never heard of a format reads its first version. */
    private static final String LU_PAR_TOUS = "select coalesce(min(coalesce((lit ->> $1)::int, 1)), 1)"
            + " from processus where vu_le > clock_timestamp() - $2 * interval '1 millisecond'";

    private static final String HAUSSE = "insert into format_ecrit (nom, version) values ($1, $2)"
            + " on conflict (nom) do update set version = excluded.version, depuis = clock_timestamp()"
            + " where format_ecrit.version < excluded.version";
    private static final String VIVANTS =
            "select count(*) from processus where vu_le > clock_timestamp() - $1 * interval '1 millisecond'";

    private final Pool pool;

    ProcessusStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Says that a process lives and what it reads.
     *
     * @return in which version each format may be written now; formats at their first version may be missing
     */
    Map<String, Integer> bats(UUID processus, Map<String, Integer> lit) {
        return pool.withTransaction(connexion -> connexion
                        .query(VERROU)
                        .execute()
                        .chain(() -> connexion.query(OUBLIE_LES_ANCIENS).execute())
                        .chain(() -> connexion.preparedQuery(VIS).execute(Tuple.of(processus, json(lit))))
                        .chain(() -> ecrits(connexion)))
                .await()
                .atMost(DELAI);
    }

    /**
     * Lets a format be written in the newest version that every living process reads.
     *
     * @param vie how long a process lives without a sign
     */
    void hausse(String nom, Duration vie) {
        pool.withTransaction(connexion -> connexion
                        .query(VERROU)
                        .execute()
                        .chain(() -> connexion.preparedQuery(LU_PAR_TOUS).execute(Tuple.of(nom, vie.toMillis())))
                        .map(lignes -> lignes.iterator().next().getInteger(0))
                        .chain(lu -> lu == FormatsEcrits.PREMIERE
                                ? Uni.createFrom().voidItem()
                                : connexion
                                        .preparedQuery(HAUSSE)
                                        .execute(Tuple.of(nom, lu))
                                        .replaceWithVoid()))
                .await()
                .atMost(DELAI);
    }

    /** In which version each format may be written now, as {@link #bats} gives it. */
    Map<String, Integer> ecrits() {
        return pool.withConnection(ProcessusStore::ecrits).await().atMost(DELAI);
    }

    /** How many processes live. */
    long vivants(Duration vie) {
        return pool.preparedQuery(VIVANTS)
                .execute(Tuple.of(vie.toMillis()))
                .await()
                .atMost(DELAI)
                .iterator()
                .next()
                .getLong(0);
    }

    /** Forgets a process that ends. */
    void oublie(UUID processus) {
        pool.preparedQuery("delete from processus where id = $1")
                .execute(Tuple.of(processus))
                .await()
                .atMost(DELAI);
    }

    private static Uni<Map<String, Integer>> ecrits(SqlConnection connexion) {
        return connexion.query(ECRITS).execute().map(lignes -> {
            var ecrits = new HashMap<String, Integer>();
            lignes.forEach(ligne -> ecrits.put(ligne.getString(0), ligne.getInteger(1)));
            return ecrits;
        });
    }

    private static JsonObject json(Map<String, Integer> lit) {
        var json = new JsonObject();
        lit.forEach(json::put);
        return json;
    }
}
