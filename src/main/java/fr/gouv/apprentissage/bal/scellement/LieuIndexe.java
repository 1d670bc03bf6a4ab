package fr.gouv.apprentissage.bal.scellement;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;

/**
 * Records that blind indexes find. Each room gives its own as beans, so that what makes indexes anew under another generation goes through all of
 * them. What it does waits: never on an event loop.
 */
public interface LieuIndexe {

    /** The table's name, for messages. */
    String nom();

    /** How many records there are. */
    long nombre(SqlConnection connexion);

    /**
     * The next records, in the order of their ids.
     *
     * @param apres record after which they begin
     * @param combien how many at most
     */
    List<Long> suivants(SqlConnection connexion, long apres, int combien);

    /**
     * Gives these records, within the caller's transaction, the hashes of this generation beside those that they have. A record that ended
     * meanwhile gets none.
     *
     * @return those that stay as they are, since their secret or a value of theirs does not open
     * @throws ClesIndisponibles when a key is not in memory: nothing may be committed
     */
    List<Long> refais(SqlConnection connexion, int generation, Collection<Long> enregistrements);
}
