package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Where facts go. */
@FunctionalInterface
public interface EcritureDeFaits {

    /** Writes a lot of facts in the caller's transaction, which may be rolled back. */
    Ecrits ecris(SqlConnection connexion, List<FaitDeContact> faits);

    /**
     * What became of them; the rest said nothing new.
     *
     * @param crees records
     * @param modifies records
     */
    record Ecrits(long crees, long modifies) {}
}
