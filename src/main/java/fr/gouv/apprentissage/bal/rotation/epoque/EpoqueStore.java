package fr.gouv.apprentissage.bal.rotation.epoque;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads and locks the epochs' rows. It blocks. */
final class EpoqueStore {

    private static final String LIS =
            "select numero, ouverte_le, extract(epoch from clock_timestamp() - ouverte_le)::float8 as age,"
                    + " videe_le, detruite_le, effacee_le,"
                    + " coalesce(extract(epoch from clock_timestamp() - detruite_le), 0)::float8 as age_de_destruction"
                    + " from epoque order by numero";

    private EpoqueStore() {}

    /** All of them, in the order of their numbers. */
    static List<LigneDEpoque> lis(SqlClient client) {
        return StreamSupport.stream(client.query(LIS).executeAndAwait().spliterator(), false)
                .map(EpoqueStore::ligne)
                .toList();
    }

    /** Locks an epoch's row until the transaction ends; false when another process is at it. */
    static boolean verrouille(SqlConnection connexion, int numero) {
        return connexion
                        .preparedQuery("select numero from epoque where numero = $1 for update skip locked")
                        .executeAndAwait(Tuple.of(numero))
                        .size()
                == 1;
    }

    /** How many secrets stand under each; none where there are none. */
    static Map<Integer, Long> secrets(SqlClient client) {
        return StreamSupport.stream(
                        client.query("select epoque, count(*) as secrets from secret group by epoque")
                                .executeAndAwait()
                                .spliterator(),
                        false)
                .collect(Collectors.toMap(ligne -> ligne.getInteger("epoque"), ligne -> ligne.getLong("secrets")));
    }

    /** Secrets of epochs that are not the last open one and that are not wrapped anew yet: counts them, while there are such epochs. */
    static long restants(SqlClient client) {
        return StreamSupport.stream(
                        client.query("select e.numero, e.curseur from epoque e where e.videe_le is null and exists"
                                        + " (select from epoque o where o.numero > e.numero"
                                        + " and o.ouverte_le <= clock_timestamp())")
                                .executeAndAwait()
                                .spliterator(),
                        false)
                .mapToLong(ligne -> client.preparedQuery(
                                "select count(*) from secret where epoque = $1 and enregistrement > $2")
                        .executeAndAwait(Tuple.of(ligne.getInteger("numero"), ligne.getLong("curseur")))
                        .iterator()
                        .next()
                        .getLong(0))
                .sum();
    }

    private static LigneDEpoque ligne(Row ligne) {
        return new LigneDEpoque(
                ligne.getInteger("numero"),
                ligne.getOffsetDateTime("ouverte_le"),
                ligne.getDouble("age"),
                moment(ligne, "videe_le"),
                moment(ligne, "detruite_le"),
                ligne.getDouble("age_de_destruction"),
                moment(ligne, "effacee_le"));
    }

    private static Optional<OffsetDateTime> moment(Row ligne, String colonne) {
        return Optional.ofNullable(ligne.getOffsetDateTime(colonne));
    }
}
