package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.RolesDeTest;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the whole schema and the roles of production. */
final class Base implements AutoCloseable {

    private final EmbeddedPostgres serveur;
    private final Connection proprietaire;

    Base() throws IOException, SQLException {
        serveur = EmbeddedPostgres.builder().start();
        Flyway.configure()
                .dataSource(RolesDeTest.proprietaire(serveur))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        proprietaire = serveur.getDatabase("bal_proprietaire", "postgres").getConnection();
        try (var ordre = proprietaire.createStatement()) {
            ordre.execute("create table secret_0 partition of secret for values in (0)");
        }
    }

    /** Of the owner, one for the whole test. */
    Connection proprietaire() {
        return proprietaire;
    }

    Connection lecteurDuJournal() throws SQLException {
        return serveur.getDatabase("bal_lecteur_journal", "postgres").getConnection();
    }

    /** Connections of a role; each statement of the plan is met a few times at most, so nothing is cached but the journal's. */
    Pool pool(Vertx vertx, String role, boolean memoire) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(serveur.getPort())
                        .setDatabase("postgres")
                        .setUser(role)
                        .setCachePreparedStatements(memoire))
                .using(vertx)
                .build();
    }

    @Override
    public void close() throws IOException, SQLException {
        proprietaire.close();
        serveur.close();
    }
}
