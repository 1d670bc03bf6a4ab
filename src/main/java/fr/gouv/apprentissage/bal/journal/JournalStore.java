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

/** The functions that the append-only role may call (V3__journal.sql, V9__journal_chaine.sql). */
final class JournalStore {

    private static final String INSCRIS =
            "select journal.inscris($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"
                    + " $17, $18, $19, $20)";

    private final io.vertx.sqlclient.Pool pool;
    private final int attenteMs;

    JournalStore(Pool pool, Duration attente) {
        this.pool = pool.getDelegate();
        this.attenteMs = Math.toIntExact(attente.toMillis());
    }

    /**
     * Appends all entries in one commit, or none; for each, what was made of it. The client sends one Sync after the
     * last entry, so they are one transaction, and completes at ReadyForQuery, so after its commit.
     */
    Future<List<Sort>> ajoute(List<EntreeEnchainee> entrees) {
        var lignes = entrees.stream().map(this::ligne).toList();
        return pool.withConnection(connexion ->
                connexion.preparedQuery(INSCRIS).executeBatch(lignes).map(JournalStore::sorts));
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

    private static List<Sort> sorts(RowSet<Row> premiere) {
        var sorts = new ArrayList<Sort>();
        for (var reponse = premiere; reponse != null; reponse = reponse.next()) {
            sorts.add(Sort.de(reponse.iterator().next().getShort(0)));
        }
        return sorts;
    }

    private Tuple ligne(EntreeEnchainee enchainee) {
        var entree = enchainee.entree();
        var maillon = enchainee.maillon();
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
                .addString(divulgation.perimetre().orElse(null))
                .addInteger(divulgation.personnes())
                .addUUID(maillon.chaine())
                .addLong(maillon.rang())
                .addBuffer(Buffer.buffer(maillon.precedente()))
                .addBuffer(Buffer.buffer(enchainee.empreinte()));
    }

    private static String[] textes(List<String> textes) {
        return textes.toArray(String[]::new);
    }
}
