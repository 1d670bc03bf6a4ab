package fr.gouv.apprentissage.bal.scellement;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The tables {@code cle} and {@code epoque}. */
@Singleton
final class TablesDesCles implements RegistreDesCles {

    private static final Duration DELAI = Duration.ofSeconds(30);
    private static final String LIS =
            "select genre, version, enveloppe, active_le, regles from cle where retiree_le is null"
                    + " union all select '" + Trousseau.EPOQUE + "', numero, enveloppe, ouverte_le, 0 from epoque"
                    + " where detruite_le is null";

    // A version is beside older ones until it is imposed (VersionsDeCles.impose): till then it is the one that is asked
    // for. In one order, so that two who announce never wait for each other.
    private static final String ANNONCE = "insert into cle (genre, version, enveloppe, active_le, regles)"
            + " select n.genre, d.version + 1, n.enveloppe, $3::timestamptz, $4::int"
            + " from unnest($1::text[], $2::bytea[]) as n(genre, enveloppe), lateral (select c.version, c.active_le"
            + " from cle c where c.genre = n.genre order by c.version desc limit 1) d"
            + " where d.version = 1 or d.active_le = 'epoch' order by n.genre on conflict do nothing";
    private static final String RETIRE = "update cle set retiree_le = now() where genre = $1 and version = $2"
            + " and retiree_le is null and exists (select from cle n where n.genre = $1 and n.version > $2"
            + " and n.active_le = 'epoch' and n.retiree_le is null)";

    private final Pool pool;

    TablesDesCles(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<CleEnveloppee> lis() {
        return StreamSupport.stream(execute(LIS, Tuple.tuple()).spliterator(), false)
                .map(TablesDesCles::cle)
                .toList();
    }

    @Override
    public void inscris(String genre, int version, byte[] enveloppe, int regles) {
        var octets = Buffer.buffer(enveloppe);
        if (genre.equals(Trousseau.EPOQUE)) {
            execute(
                    "insert into epoque (numero, enveloppe) values ($1, $2) on conflict do nothing",
                    Tuple.of(version, octets));
            return;
        }
        execute(
                "insert into cle (genre, version, enveloppe, regles) values ($1, $2, $3, $4) on conflict do nothing",
                Tuple.of(genre, version, octets, regles));
    }

    @Override
    public boolean renveloppe(String genre, int version, byte[] ancienne, byte[] nouvelle) {
        return execute(
                                "update cle set enveloppe = $4 where genre = $1 and version = $2 and enveloppe = $3"
                                        + " and retiree_le is null",
                                Tuple.of(genre, version, Buffer.buffer(ancienne), Buffer.buffer(nouvelle)))
                        .rowCount()
                == 1;
    }

    @Override
    public int annonce(Map<String, byte[]> enveloppes, int regles, Instant activeLe) {
        var genres = enveloppes.keySet().toArray(String[]::new);
        var nouvelles = enveloppes.values().stream().map(Buffer::buffer).toArray(Buffer[]::new);
        execute(ANNONCE, Tuple.of(genres, nouvelles, activeLe.atOffset(ZoneOffset.UTC), regles));
        var version = execute(
                        "select max(version) from cle where genre = any($1) and retiree_le is null",
                        Tuple.of((Object) genres))
                .iterator()
                .next()
                .getInteger(0);
        if (version == null) {
            throw new ClesIndisponibles("clé " + String.join(", ", genres) + " : aucune version connue");
        }
        return version;
    }

    @Override
    public boolean retire(String genre, int version) {
        return execute(RETIRE, Tuple.of(genre, version)).rowCount() == 1;
    }

    private RowSet<Row> execute(String sql, Tuple parametres) {
        return pool.preparedQuery(sql).execute(parametres).await().atMost(DELAI);
    }

    private static CleEnveloppee cle(Row ligne) {
        return new CleEnveloppee(
                ligne.getString(0),
                ligne.getInteger(1),
                ligne.getBuffer(2).getBytes(),
                ligne.get(OffsetDateTime.class, 3).toInstant(),
                ligne.getInteger(4));
    }
}
