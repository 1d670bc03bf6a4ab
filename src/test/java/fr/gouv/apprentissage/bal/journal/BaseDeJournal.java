package fr.gouv.apprentissage.bal.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the journal's schema and the roles of production. */
final class BaseDeJournal implements AutoCloseable {

    /** For who waits for an entry to fail. */
    static final Reglages VIFS = new Reglages(Duration.ofMillis(400), Duration.ofSeconds(2), 10_000, 256);

    /** For who expects it written: a machine that stalls for a second fails no test. */
    static final Reglages PATIENTS = new Reglages(Duration.ofSeconds(10), Duration.ofSeconds(30), 10_000, 256);

    private static final String[] ROLES = {
        "bal_proprietaire", "bal_service", "bal_journal", "bal_lecteur_journal", "bal_conservation_journal"
    };

    private static BaseDeJournal commune;

    private final EmbeddedPostgres serveur;

    private BaseDeJournal(EmbeddedPostgres serveur) {
        this.serveur = serveur;
    }

    /** The one that test classes share; it ends with the JVM. */
    static synchronized BaseDeJournal commune() throws IOException, SQLException {
        if (commune == null) {
            commune = new BaseDeJournal(EmbeddedPostgres.builder().start());
            commune.migre();
        }
        return commune;
    }

    /** One of its own, for who changes what is written. */
    static BaseDeJournal aPart() throws IOException, SQLException {
        var base = new BaseDeJournal(EmbeddedPostgres.builder().start());
        base.migre();
        return base;
    }

    /** Starts on a folder that outlives the server; fsync on, but synchronous_commit left off: the journal must see to it. */
    static BaseDeJournal sur(Path dossier, int port) throws IOException {
        return new BaseDeJournal(EmbeddedPostgres.builder()
                .setDataDirectory(dossier)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
    }

    void migre() throws SQLException {
        for (var role : ROLES) {
            execute("create role " + role + " login");
        }
        execute("alter database postgres owner to bal_proprietaire");
        Flyway.configure()
                .dataSource(serveur.getDatabase("bal_proprietaire", "postgres"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        execute("update habilitation_revision set revision = 1");
    }

    int port() {
        return serveur.getPort();
    }

    Connection connexion(String role) throws SQLException {
        return serveur.getDatabase(role, "postgres").getConnection();
    }

    Connection superutilisateur() throws SQLException {
        return connexion("postgres");
    }

    void execute(String sql) throws SQLException {
        executeComme("postgres", sql);
    }

    void executeComme(String role, String sql) throws SQLException {
        try (var connexion = connexion(role);
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }

    long nombre(String sql) throws SQLException {
        try (var connexion = superutilisateur();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getLong(1);
        }
    }

    /** Until the role that appends waits for one. */
    void attendsUnVerrou() throws SQLException, InterruptedException {
        while (nombre(
                        "select count(*) from pg_stat_activity where usename = 'bal_journal' and wait_event_type = 'Lock'")
                == 0) {
            Thread.sleep(5);
        }
    }

    /** As a revocation does it. */
    void avanceLaRevision() throws SQLException {
        execute("begin; select pg_advisory_xact_lock(hashtext('bal.habilitation.revision'));"
                + "update public.habilitation_revision set revision = revision + 1; commit");
    }

    long revision() throws SQLException {
        return nombre("select revision from public.habilitation_revision");
    }

    JournalGroupe journal(Vertx vertx, Reglages reglages) {
        return journal(vertx, reglages, new SimpleMeterRegistry());
    }

    JournalGroupe journal(Vertx vertx, Reglages reglages, MeterRegistry registre) {
        return journal(vertx, port(), reglages, registre);
    }

    static JournalGroupe journal(Vertx vertx, int port, Reglages reglages, MeterRegistry registre) {
        return new JournalGroupe(vertx, pool(vertx, port, "bal_journal"), Clock.systemUTC(), reglages, registre);
    }

    Pool pool(Vertx vertx, String role) {
        return pool(vertx, port(), role);
    }

    private static Pool pool(Vertx vertx, int port, String role) {
        var options = new PgConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setDatabase("postgres")
                .setUser(role)
                .setCachePreparedStatements(true);
        return new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    @Override
    public void close() throws IOException {
        serveur.close();
    }
}
