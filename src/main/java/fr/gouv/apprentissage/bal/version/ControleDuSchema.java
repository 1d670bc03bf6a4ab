package fr.gouv.apprentissage.bal.version;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.flywaydb.core.api.MigrationVersion;

/** Refuses to serve a schema that is older than this build needs; one that is newer is an upgrade under way. */
@Singleton
final class ControleDuSchema {

    /** The oldest schema that this build serves: the newest migration, unless that one is not needed. */
    static final String REQUISE = "25";

    private static final Duration DELAI = Duration.ofSeconds(30);
    private static final String TABLE_ABSENTE = "42P01";

    private final Pool pool;

    ControleDuSchema(Pool pool) {
        this.pool = pool;
    }

    // Before every room that reads a table.
    void auDemarrage(@Observes @Priority(3) StartupEvent demarrage) {
        controle();
    }

    /** @throws SchemaTropAncien when it is older, or there is none */
    void controle() {
        var trouvee = version();
        if (trouvee.compareTo(MigrationVersion.fromVersion(REQUISE)) < 0) {
            throw new SchemaTropAncien(
                    trouvee == MigrationVersion.EMPTY ? "antérieure à " + REQUISE : trouvee.getVersion(), REQUISE);
        }
    }

    private MigrationVersion version() {
        try {
            var lignes = pool.query("select version from version_du_schema")
                    .execute()
                    .await()
                    .atMost(DELAI);
            return lignes.size() == 0
                    ? MigrationVersion.EMPTY
                    : MigrationVersion.fromVersion(lignes.iterator().next().getString(0));
        } catch (PgException absente) {
            if (absente.getSqlState().equals(TABLE_ABSENTE)) {
                return MigrationVersion.EMPTY;
            }
            throw absente;
        }
    }
}
