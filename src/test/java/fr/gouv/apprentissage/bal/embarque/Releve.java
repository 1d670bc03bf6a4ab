package fr.gouv.apprentissage.bal.embarque;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** A plain dump: every table of every schema as COPY writes it, bytes in hexadecimal; what the server remembers of statements too. */
final class Releve {

    private static final String TABLES = "select format('%I.%I', n.nspname, c.relname) from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace"
            + " where c.relkind in ('r', 'm') and n.nspname <> 'pg_toast' and c.relpersistence <> 't' order by 1";

    private Releve() {}

    /** By the name of the table. */
    static Map<String, byte[]> de(Connection superutilisateur) throws SQLException, IOException {
        var tables = new TreeMap<String, byte[]>();
        try (var ordre = superutilisateur.createStatement();
                var lignes = ordre.executeQuery(TABLES)) {
            while (lignes.next()) {
                tables.put(lignes.getString(1), copie(superutilisateur, "select * from " + lignes.getString(1)));
            }
        }
        tables.put("pg_stat_activity", copie(superutilisateur, "select * from pg_stat_activity"));
        return tables;
    }

    private static byte[] copie(Connection connexion, String lecture) throws SQLException, IOException {
        var octets = new ByteArrayOutputStream();
        connexion.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + lecture + ") to stdout", octets);
        return octets.toByteArray();
    }
}
