package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.RolesDeTest;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;

/** A database of its own with the project's migrations, as the role that serves sees it. */
final class BaseDEpoques implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();
    private static int nombre;

    private final int port;
    private final String nom;
    private final Pool pool;

    BaseDEpoques() {
        this(Serveur.SERVEUR.getPort(), nouvelle());
    }

    /** One that another process made: nothing is started here. */
    BaseDEpoques(int port, String nom) {
        this.port = port;
        this.nom = nom;
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(port)
                        .setDatabase(nom)
                        .setUser("bal_service")
                        .addProperty("enable_seqscan", "off")
                        .addProperty("enable_bitmapscan", "off")
                        .setCachePreparedStatements(true))
                .using(VERTX)
                .build();
    }

    Pool pool() {
        return pool;
    }

    /** Where its server listens. */
    int port() {
        return port;
    }

    /** Its name there. */
    String nom() {
        return nom;
    }

    /** Secrets of new records of these numbers, in one statement, and a value sealed under each: what it opens to names its number. */
    List<byte[]> ajoute(ProcessusDEpoques processus, LongStream enregistrements) {
        return secrets(processus, enregistrements).stream()
                .map(cle -> processus.scelle(cle, "valeur " + cle.enregistrement()))
                .toList();
    }

    /** Secrets of new records of these numbers, in one statement. */
    List<CleEnregistrement> secrets(ProcessusDEpoques processus, LongStream enregistrements) {
        var cles = enregistrements
                .mapToObj(id -> processus.scellement().nouvelle(id))
                .toList();
        pool.preparedQuery("insert into secret (enregistrement, epoque, enveloppe)"
                        + " select * from unnest($1::bigint[], $2::int[], $3::bytea[])")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new),
                        cles.stream().map(CleEnregistrement::epoque).toArray(Integer[]::new),
                        cles.stream().map(cle -> Buffer.buffer(cle.enveloppe())).toArray(Buffer[]::new)));
        return cles;
    }

    /** A row of {@code secret}, as a backup keeps it. */
    record Secret(long enregistrement, int epoque, byte[] enveloppe) {}

    /** The newest row of a record. */
    Secret secret(long enregistrement) {
        var ligne = lignes("select enregistrement, epoque, enveloppe from secret where enregistrement = "
                        + enregistrement + " order by epoque desc limit 1")
                .get(0);
        return new Secret(
                ligne.getLong(0), ligne.getInteger(1), ligne.getBuffer(2).getBytes());
    }

    List<Row> lignes(String sql) {
        var lignes = new ArrayList<Row>();
        pool.query(sql).executeAndAwait().forEach(lignes::add);
        return lignes;
    }

    long nombre(String sql) {
        return lignes(sql).get(0).getLong(0);
    }

    void execute(String sql) {
        pool.query(sql).executeAndAwait();
    }

    /** State of each epoch, by number. */
    Map<Integer, EtatEpoque> etats() {
        var lignes = EpoqueStore.lis(pool);
        var courante = TourDEpoque.courante(lignes).numero();
        var etats = new TreeMap<Integer, EtatEpoque>();
        lignes.forEach(ligne -> etats.put(ligne.numero(), ligne.etat(courante)));
        return etats;
    }

    @Override
    public void close() {
        pool.close().await().indefinitely();
    }

    /** Started by who makes a database. */
    private static final class Serveur {

        private static final EmbeddedPostgres SERVEUR = demarre();

        private static EmbeddedPostgres demarre() {
            try {
                var serveur = EmbeddedPostgres.start();
                migre(serveur, "modele");
                return serveur;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes a database of that name on a server, with roles and migrations. */
    static void migre(EmbeddedPostgres serveur, String nom) {
        RolesDeTest.proprietaire(serveur);
        execute(serveur, "postgres", "create database " + nom + " owner bal_proprietaire");
        execute(serveur, nom, "alter schema public owner to bal_proprietaire");
        Flyway.configure()
                .dataSource(serveur.getDatabase("bal_proprietaire", nom))
                .load()
                .migrate();
    }

    private static synchronized String nouvelle() {
        var nom = "epoques_" + ++nombre;
        execute(Serveur.SERVEUR, "postgres", "create database " + nom + " template modele");
        return nom;
    }

    private static void execute(EmbeddedPostgres serveur, String base, String sql) {
        try (var connexion = serveur.getDatabase("postgres", base).getConnection();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
