package fr.gouv.apprentissage.bal.scellement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;

/**
 * A table whose rows are each of one record, and that holds no sealed value.
 *
 * @param nom the table
 * @param enregistrement column of the record's id
 */
public record TableDEnregistrements(String nom, String enregistrement) implements Lieu {

    @Override
    public Uni<Integer> efface(SqlConnection connexion, Collection<Long> enregistrements) {
        return connexion
                .preparedQuery("delete from " + nom + " where " + enregistrement + " = any($1)")
                .execute(Tuple.of((Object) enregistrements.toArray(Long[]::new)))
                .map(RowSet::rowCount);
    }
}
