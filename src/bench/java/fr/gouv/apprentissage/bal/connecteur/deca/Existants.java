package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.charge.ContratsEnMasse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Contracts that stand already, with all that a contract has beside its row: random bytes of the right length, which nothing will ever find. */
final class Existants {

    private static final String EMPREINTE = "substring(sha256((%s || ':' || c.id)::text::bytea) for 16)";

    private Existants() {}

    static void charge(Connection proprietaire, int nombre) throws SQLException, IOException {
        new ContratsEnMasse(proprietaire).charge(4, nombre, true);
        try (var ordre = proprietaire.createStatement()) {
            ordre.execute("set work_mem = '256MB'");
            ordre.execute(
                    "insert into secret (enregistrement, epoque, enveloppe) select c.id, 1,"
                            + " sha256(c.id::text::bytea) || substring(sha256(('e' || c.id)::bytea) for 28) from contrat c order by 1");
            // In the order of the key: its index grows at one end.
            ordre.execute("insert into contrat_cle (generation, empreinte, enregistrement) select 1, "
                    + EMPREINTE.formatted("'cle'") + ", c.id from contrat c order by 2");
            ordre.execute("insert into rapprochement (genre, generation, empreinte, enregistrement, sexe, departement,"
                    + " prenom_unique) select g, 1, " + EMPREINTE.formatted("'r' || g") + ", c.id, "
                    + EMPREINTE.formatted("'s' || g") + ", " + EMPREINTE.formatted("'d' || g")
                    + ", true from contrat c, unnest(array[4, 5, 7]::smallint[]) g order by 1, 2, 3");
            ordre.execute("insert into index_aveugle (genre, generation, empreinte, enregistrement) select g, 1, "
                    + EMPREINTE.formatted("'i' || g") + ", c.id from contrat c, unnest(array[2, 3, 4]::smallint[]) g"
                    + " order by 1, 2, 3");
            ordre.execute("reset work_mem");
            for (var table : new String[] {"secret", "contrat_cle", "rapprochement", "index_aveugle"}) {
                ordre.execute("analyze " + table);
            }
        }
    }
}
