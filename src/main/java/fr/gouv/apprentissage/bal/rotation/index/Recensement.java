package fr.gouv.apprentissage.bal.rotation.index;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts rows of blind indexes, and takes away those of former generations. */
final class Recensement {

    private static final String COMPTE = "select concat_ws(' ', 'table', t, 'genre', genre, 'generation', generation,"
            + " 'lignes', count(*)) from (select 'index_aveugle' as t, genre, generation from index_aveugle"
            + " union all select 'rapprochement', genre, generation from rapprochement"
            + " union all select 'contrat_cle', 8, generation from contrat_cle"
            + " union all select 'quarantaine', 9, generation from quarantaine) l"
            + " group by t, genre, generation order by t, genre, generation";
    // A kind that a record has under a former generation and not under this one.
    private static final String LACUNES = "select count(*) from ("
            + " (select 'i', enregistrement, genre from index_aveugle where generation < $1"
            + " except select 'i', enregistrement, genre from index_aveugle where generation = $1)"
            + " union all (select 'r', enregistrement, genre from rapprochement where generation < $1"
            + " except select 'r', enregistrement, genre from rapprochement where generation = $1)"
            + " union all (select 'c', enregistrement, 8 from contrat_cle where generation < $1"
            + " except select 'c', enregistrement, 8 from contrat_cle where generation = $1)"
            + " union all select 'q', enregistrement, 9 from quarantaine where generation < $1) l";
    private static final List<String> TABLES = List.of("index_aveugle", "rapprochement", "contrat_cle");

    private Recensement() {}

    /** Kinds that records still have under former generations alone. */
    static long lacunes(SqlConnection connexion, int generation) {
        entier(connexion);
        return connexion
                .preparedQuery(LACUNES)
                .executeAndAwait(Tuple.of((short) generation))
                .iterator()
                .next()
                .getLong(0);
    }

    /** What is signed: one fact a line, always in the same order. */
    static String preuve(SqlConnection connexion, Travail travail, long lacunes, Instant le) {
        entier(connexion);
        var lignes = new ArrayList<String>();
        lignes.add("BAL preuve de rotation d'index 1");
        lignes.add("rotation " + travail.id());
        lignes.add("generation " + travail.generation());
        lignes.add("le " + le);
        connexion.query(COMPTE).executeAndAwait().forEach(ligne -> lignes.add(ligne.getString(0)));
        lignes.add("lacunes " + lacunes);
        return String.join("\n", lignes) + "\n";
    }

    /** Takes away so many rows of former generations; false when none is left. */
    static boolean purge(SqlConnection connexion, int generation, int nombre) {
        entier(connexion);
        for (var table : TABLES) {
            var efface = connexion
                    .preparedQuery("delete from " + table + " where ctid = any(array(select ctid from " + table
                            + " where generation < $1 limit $2))")
                    .executeAndAwait(Tuple.of((short) generation, nombre));
            if (efface.rowCount() > 0) {
                return true;
            }
        }
        return false;
    }

    // The connections that serve read by index alone; a count reads tables whole.
    private static void entier(SqlConnection connexion) {
        connexion.query("set local enable_seqscan = on").executeAndAwait();
    }
}
