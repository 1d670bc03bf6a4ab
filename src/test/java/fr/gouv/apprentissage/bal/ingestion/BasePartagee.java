package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** The database of {@link BaseDIngestion} as the role that serves, also from another process: nothing is started here. */
public final class BasePartagee {

    private BasePartagee() {}

    public static Pool pool(int port) {
        return pool(port, "postgres");
    }

    /** A copy of it. */
    public static Pool pool(int port, String base) {
        var options = new PgConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setDatabase(base)
                .setUser("bal_service")
                .setCachePreparedStatements(true);
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(Vertx.vertx())
                .build();
    }
}
