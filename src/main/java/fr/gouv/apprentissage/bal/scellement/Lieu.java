package fr.gouv.apprentissage.bal.scellement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;

/**
 * A table where something of a record stands. Each room gives its own as beans, and what must reach all of a record (erasing it, turning the
 * keys of its values) goes through all of them: a table that is added is not forgotten.
 */
public interface Lieu {

    /** The table's name: stable, for resuming a job and for reports. */
    String nom();

    /** Deletes what stands there of these records, within the caller's transaction; gives the number of rows. */
    Uni<Integer> efface(SqlConnection connexion, Collection<Long> enregistrements);
}
