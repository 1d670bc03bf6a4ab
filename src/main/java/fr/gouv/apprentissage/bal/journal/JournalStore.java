package fr.gouv.apprentissage.bal.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The three functions that the append-only role may call (V3__journal.sql). */
final class JournalStore {

    private static final String INSCRIS =
            "select journal.inscris($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private final io.vertx.sqlclient.Pool pool;
    private final int attenteMs;

    JournalStore(Pool pool, Duration attente) {
        this.pool = pool.getDelegate();
        this.attenteMs = Math.toIntExact(attente.toMillis());
    }

    /**
     * Appends all entries in one commit, or none; for each, whether its revision is still the current one. The client sends one Sync after the
     * last entry, so they are one transaction, and completes at ReadyForQuery, so after its commit.
     */
    Future<List<Boolean>> ajoute(List<Entree> entrees) {
        var lignes = entrees.stream().map(this::ligne).toList();
        return pool.withConnection(connexion ->
                connexion.preparedQuery(INSCRIS).executeBatch(lignes).map(JournalStore::acceptees));
    }

    /** Makes the months that are missing; returns how many. */
    Future<Integer> preparePartitions() {
        return pool.withConnection(connexion -> un(connexion, "select journal.prepare_partitions()", Tuple.tuple())
                .map(ligne -> ligne.getInteger(0)));
    }

    /** Why nothing could be written now, as a code; empty when it could. */
    Future<String> empechement() {
        return pool.withConnection(connexion -> un(connexion, "select journal.empechement($1)", Tuple.of(attenteMs))
                .map(ligne -> ligne.getString(0)));
    }

    private static Future<Row> un(SqlClient connexion, String sql, Tuple parametres) {
        return connexion.preparedQuery(sql).execute(parametres).map(lignes -> lignes.iterator()
                .next());
    }

    private static List<Boolean> acceptees(RowSet<Row> premiere) {
        var acceptees = new ArrayList<Boolean>();
        for (var reponse = premiere; reponse != null; reponse = reponse.next()) {
            acceptees.add(reponse.iterator().next().getBoolean(0));
        }
        return acceptees;
    }

    private Tuple ligne(Entree entree) {
        var divulgation = entree.divulgation();
        return Tuple.tuple()
                .addInteger(attenteMs)
                .addUUID(entree.id())
                .addOffsetDateTime(entree.le().atOffset(ZoneOffset.UTC))
                .addShort(FormeCanonique.VERSION)
                .addString(divulgation.client())
                .addString(divulgation.agent().orElse(null))
                .addString(divulgation.finalite().orElse(null))
                .addArrayOfString(textes(divulgation.habilitations()))
                .addBuffer(Buffer.buffer(divulgation.empreinteOperation()))
                .addString(divulgation.operation().orElse(null))
                .addArrayOfString(textes(divulgation.coordonnees()))
                .addArrayOfString(textes(divulgation.recherches()))
                .addLong(divulgation.revision())
                .addArrayOfUUID(divulgation.sujets().toArray(UUID[]::new))
                .addBuffer(Buffer.buffer(entree.empreinte()));
    }

    private static String[] textes(List<String> textes) {
        return textes.toArray(String[]::new);
    }
}
