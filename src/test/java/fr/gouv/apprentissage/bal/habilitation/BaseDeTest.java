package fr.gouv.apprentissage.bal.habilitation;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for tests, and a database with this room's tables for each of them. */
public final class BaseDeTest implements AutoCloseable {

    private static final AtomicInteger NUMERO = new AtomicInteger();

    private final Vertx vertx = Vertx.vertx();
    private final EmbeddedPostgres serveur;
    private final String nom = "habilitation_" + NUMERO.incrementAndGet();

    private BaseDeTest(EmbeddedPostgres serveur) {
        this.serveur = serveur;
    }

    /** Holds the server of a test class. */
    public static EmbeddedPostgres serveur() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException panne) {
            throw new UncheckedIOException(panne);
        }
    }

    /** A database of its own. */
    public static BaseDeTest neuve(EmbeddedPostgres serveur) {
        var base = new BaseDeTest(serveur);
        try (var postgres = DriverManager.getConnection(serveur.getJdbcUrl("postgres", "postgres"));
                var ordre = postgres.createStatement()) {
            ordre.execute("create database " + base.nom);
        } catch (SQLException panne) {
            throw new IllegalStateException(panne);
        }
        base.execute(migration("V4__habilitation.sql"));
        base.execute(migration("V8__vie_des_habilitations.sql"));
        base.execute(migration("V11__observation.sql"));
        return base;
    }

    /** A pool as the application has one. */
    public Pool pool() {
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(5))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(serveur.getPort())
                        .setUser("postgres")
                        .setDatabase(nom))
                .using(vertx)
                .build());
    }

    public Connection connexion() throws SQLException {
        return DriverManager.getConnection(serveur.getJdbcUrl("postgres", nom));
    }

    public void execute(String sql) {
        try (var connexion = connexion();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        } catch (SQLException panne) {
            throw new IllegalStateException(panne);
        }
    }

    /** The one number that a query gives. */
    public long nombre(String sql) {
        try (var connexion = connexion();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getLong(1);
        } catch (SQLException panne) {
            throw new IllegalStateException(panne);
        }
    }

    private static String migration(String nom) {
        try (var flux = BaseDeTest.class.getResourceAsStream("/db/migration/" + nom)) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException panne) {
            throw new UncheckedIOException(panne);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
