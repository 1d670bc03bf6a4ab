package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.RolesDeTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL with the project's migrations, one for all tests of the room, and the shared files. */
public final class BaseReferentiel {

    private static final Pool POOL = demarre();

    private BaseReferentiel() {}

    public static Pool pool() {
        return POOL;
    }

    /** The tables without a row. */
    public static Pool vide() {
        POOL.query("truncate organisme, organisme_par_uai, certification, certification_par_rncp")
                .executeAndAwait();
        return POOL;
    }

    /** A file of ../shared/data; where it is absent the test is reported as not run, on a build server as failed. */
    public static Path partage(String nom) {
        var fichier = Path.of(System.getProperty("bal.test.partage", "../shared"), "data", nom);
        if (!fichier.toFile().exists()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("fichier partagé absent : " + nom);
            }
            Assumptions.abort("issue 3, shown by 6: the shared file " + nom + " is absent");
        }
        return fichier;
    }

    private static Pool demarre() {
        try {
            var serveur = EmbeddedPostgres.builder().start();
            Flyway.configure()
                    .dataSource(RolesDeTest.proprietaire(serveur))
                    .load()
                    .migrate();
            var options = new PgConnectOptions()
                    .setHost("localhost")
                    .setPort(serveur.getPort())
                    .setDatabase("postgres")
                    .setUser("postgres");
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
