package fr.gouv.apprentissage.bal.version;

import fr.gouv.apprentissage.bal.RolesDeTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own on a real PostgreSQL with the roles of production, its schema not yet made. */
final class BaseDeVersions implements AutoCloseable {

    private static final EmbeddedPostgres SERVEUR = demarre();
    private static final AtomicInteger NOMBRE = new AtomicInteger();

    private final String nom = "versions_" + NOMBRE.incrementAndGet();
    private final Vertx vertx = Vertx.vertx();
    private final Pool service;

    BaseDeVersions() {
        execute("postgres", "create database " + nom + " owner bal_proprietaire");
        execute(nom, "alter schema public owner to bal_proprietaire");
        service = new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(SERVEUR.getPort())
                        .setDatabase(nom)
                        .setUser("bal_service"))
                .using(vertx)
                .build());
    }

    /** What the command says, and the status it ends with. */
    record Issue(int statut, String sortie, String erreurs) {}

    /** The command, with these keys beside those that lead it here. */
    Issue migre(Map<String, String> cles) {
        var toutes = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                SERVEUR.getJdbcUrl("postgres", nom).replaceAll("\\?.*", ""),
                "quarkus.flyway.username",
                "bal_proprietaire",
                "quarkus.flyway.password",
                "sans-objet"));
        toutes.putAll(cles);
        return commande(toutes, "migre");
    }

    static Issue commande(Map<String, String> cles, String... arguments) {
        var sortie = new ByteArrayOutputStream();
        var erreurs = new ByteArrayOutputStream();
        int statut = new CommandeDeMigration(
                        cle -> Optional.ofNullable(cles.get(cle)), new PrintStream(sortie), new PrintStream(erreurs))
                .execute(arguments);
        return new Issue(statut, sortie.toString(StandardCharsets.UTF_8), erreurs.toString(StandardCharsets.UTF_8));
    }

    /** As the role that serves. */
    Pool service() {
        return service;
    }

    void execute(String sql) {
        execute(nom, sql);
    }

    private static void execute(String base, String sql) {
        try (var connexion = SERVEUR.getDatabase("postgres", base).getConnection();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static EmbeddedPostgres demarre() {
        try {
            var serveur = EmbeddedPostgres.builder().start();
            RolesDeTest.proprietaire(serveur);
            return serveur;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
