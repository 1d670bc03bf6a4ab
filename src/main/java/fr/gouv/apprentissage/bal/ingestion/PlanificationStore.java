package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code planification}: up to when each schedule was served. */
final class PlanificationStore {

    /** By the wall clock of the connector's zone; empty for one that was never seen. */
    Optional<LocalDateTime> servie(SqlClient client, String connecteur) {
        var lignes = client.preparedQuery("select servie_le from planification where connecteur = $1")
                .executeAndAwait(Tuple.of(connecteur))
                .iterator();
        return lignes.hasNext() ? Optional.of(lignes.next().getLocalDateTime(0)) : Optional.empty();
    }

    /** From now on; whatever was due before anybody looked is nobody's. */
    void ouvre(SqlClient client, String connecteur, LocalDateTime maintenant) {
        client.preparedQuery("insert into planification (connecteur, servie_le) values ($1, $2) on conflict do nothing")
                .executeAndAwait(Tuple.of(connecteur, maintenant));
    }

    /** False when another process was first. */
    boolean sers(SqlClient client, String connecteur, LocalDateTime servie, LocalDateTime maintenant) {
        return client.preparedQuery("update planification set servie_le = $3 where connecteur = $1 and servie_le = $2")
                        .executeAndAwait(Tuple.of(connecteur, servie, maintenant))
                        .rowCount()
                == 1;
    }
}
