package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.suppression.MarquesEnBase;
import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Quarantined rows, found by whom they are of without being opened. Blocks. */
public final class QuarantaineStore {

    /** The records of quarantined rows that bear one of these marks, and contradict it in nothing. */
    public List<Long> de(SqlClient client, Collection<Marque> marques) {
        var ids = new ArrayList<Long>();
        client.preparedQuery("select distinct q.enregistrement"
                        + " from unnest($1::smallint[], $2::int[], $3::bytea[], $4::bytea[], $5::bytea[])"
                        + " as u(genre, version, empreinte, sexe, departement)"
                        + " join quarantaine_marque q using (genre, version, empreinte)"
                        + " where (q.sexe = u.sexe or q.sexe is null or u.sexe is null)"
                        + " and (q.departement = u.departement or q.departement is null or u.departement is null)")
                .executeAndAwait(MarquesEnBase.ajoute(Tuple.tuple(), List.copyOf(marques)))
                .forEach(ligne -> ids.add(ligne.getLong("enregistrement")));
        return ids;
    }
}
