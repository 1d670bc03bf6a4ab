package fr.gouv.apprentissage.bal.journal.verification;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes the journal as lines of JSON, chain by chain, as the role that reads it. */
public final class Exportation {

    private static final String ENTREES =
            "select to_jsonb(e)::text from journal.entree e order by e.chaine nulls first, e.rang, e.le, e.id";
    private static final int LOT = 1_000;

    private Exportation() {}

    /** Writes all entries, and returns how many. */
    public static long ecris(Connection lecteur, Writer sortie) throws SQLException, IOException {
        lecteur.setAutoCommit(false);
        lecteur.setReadOnly(true);
        long entrees = 0;
        try (var ordre = lecteur.createStatement()) {
            // Moments are written as they were hashed, whatever the server's zone.
            ordre.execute("set local time zone 'UTC'");
            ordre.setFetchSize(LOT);
            try (var lignes = ordre.executeQuery(ENTREES)) {
                while (lignes.next()) {
                    sortie.write(lignes.getString(1));
                    sortie.write('\n');
                    entrees++;
                }
            }
        }
        sortie.flush();
        return entrees;
    }
}
