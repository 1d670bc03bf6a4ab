package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;

/** Table {@code execution_part}: what a run of facts has done of each part. */
final class PartStore {

    /** Records that a part has created and changed, each once, however often the part was read. */
    record Nouveaux(long crees, long modifies) {}

    private final Clock horloge;

    PartStore(Clock horloge) {
        this.horloge = horloge;
    }

    /** Parts that are read to their end. */
    Set<String> terminees(SqlClient client, long execution) {
        var parts = new HashSet<String>();
        client.preparedQuery("select part from execution_part where execution = $1 and terminee_le is not null")
                .executeAndAwait(Tuple.of(execution))
                .forEach(ligne -> parts.add(ligne.getString(0)));
        return parts;
    }

    /** A lot of a part was written. */
    void ajoute(SqlClient client, long execution, String part, EcritureDeFaits.Ecrits ecrits) {
        client.preparedQuery(
                        "insert into execution_part as p (execution, part, crees, modifies) values ($1, $2, $3, $4)"
                                + " on conflict (execution, part) do update set crees = p.crees + excluded.crees,"
                                + " modifies = p.modifies + excluded.modifies")
                .executeAndAwait(Tuple.of(execution, part, ecrits.crees(), ecrits.modifies()));
    }

    /** The part was read to its end. Gives how many records were ever created and changed by it in this run. */
    Nouveaux termine(SqlClient client, long execution, String part) {
        var ligne = client.preparedQuery("insert into execution_part as p (execution, part, terminee_le)"
                        + " values ($1, $2, $3) on conflict (execution, part) do update set terminee_le = excluded.terminee_le"
                        + " returning crees, modifies")
                .executeAndAwait(Tuple.of(execution, part, OffsetDateTime.now(horloge)))
                .iterator()
                .next();
        return new Nouveaux(ligne.getLong(0), ligne.getLong(1));
    }
}
