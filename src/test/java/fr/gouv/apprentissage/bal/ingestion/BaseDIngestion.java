package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the project's migrations, one for all tests of the room and of connectors. */
public final class BaseDIngestion {

    private static final Pool POOL = demarre();

    private BaseDIngestion() {}

    /** The tables without a row. */
    public static Pool vide() {
        POOL.query("truncate contrat, contrat_cle, identite, secret, index_aveugle, rapprochement, personne_fusionnee,"
                        + " changement, curseur, bail, execution, execution_signalement, ingestion_page, ingestion_ligne,"
                        + " ingestion_rejet, quarantaine, contrat_ecarte, organisme, organisme_par_uai")
                .executeAndAwait();
        return POOL;
    }

    private static Pool demarre() {
        try {
            var serveur = EmbeddedPostgres.builder().start();
            Flyway.configure().dataSource(serveur.getPostgresDatabase()).load().migrate();
            var options = new PgConnectOptions()
                    .setHost("localhost")
                    .setPort(serveur.getPort())
                    .setDatabase("postgres")
                    .setUser("postgres")
                    .setCachePreparedStatements(true);
            return PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(4))
                    .connectingTo(options)
                    .using(Vertx.vertx())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
