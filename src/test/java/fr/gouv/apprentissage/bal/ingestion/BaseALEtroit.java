package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL of its own, with the project's migrations, whose disk is full when a test wants it. */
public final class BaseALEtroit implements AutoCloseable {

    private static final String BASE = "etroite";

    /** Ways of taking room away. */
    public enum Moyen {
        /** A file system that has no byte left: SQLSTATE 53100. */
        SYSTEME_DE_FICHIERS,
        /** Files that may not grow: SQLSTATE XX000, where the server makes a file larger. */
        TAILLE_DE_FICHIER
    }

    private final EmbeddedPostgres serveur;
    private final PetitDisque disque;
    private final Pool pool;

    public BaseALEtroit(Moyen moyen) {
        try {
            serveur = EmbeddedPostgres.builder()
                    .setLocaleConfig("wal-segsize", "1")
                    .setServerConfig("max_wal_size", "64MB")
                    .setServerConfig("autovacuum", "off")
                    .start();
            disque = moyen == Moyen.SYSTEME_DE_FICHIERS
                    ? PetitDisque.Monte.monte()
                    : new PetitDisque.FichiersBornes(postmaster());
            for (var place : disque.place()) {
                Files.createDirectories(place);
                execute("create tablespace petit location '" + place + "'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(BaseDIngestion.roles());
        execute("create database " + BASE + (disque.place().isEmpty() ? "" : " tablespace petit"));
        Flyway.configure()
                .dataSource(serveur.getDatabase("postgres", BASE))
                .load()
                .migrate();
        pool = BasePartagee.pool(serveur.getPort(), BASE);
    }

    /** Those that this machine has: without the right to mount there is the other one. */
    public static List<Moyen> moyens() {
        var moyens = new ArrayList<Moyen>();
        if (PetitDisque.Monte.possible()) {
            moyens.add(Moyen.SYSTEME_DE_FICHIERS);
        }
        moyens.add(Moyen.TAILLE_DE_FICHIER);
        return moyens;
    }

    public Pool pool() {
        return pool;
    }

    /** From here on the server cannot write more than about so many bytes. */
    public void remplis(long reste) {
        disque.remplis(reste);
    }

    /** From here on it can. */
    public void libere() {
        disque.libere();
    }

    /** As the owner, in this database. */
    public String texte(String sql) {
        try (var connexion = serveur.getDatabase("postgres", BASE).getConnection();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long postmaster() throws IOException {
        try (var connexion = serveur.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery("show data_directory")) {
            lignes.next();
            var dossier = Path.of(lignes.getString(1));
            return Long.parseLong(
                    Files.readAllLines(dossier.resolve("postmaster.pid")).get(0).strip());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connexion = serveur.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        disque.libere();
        pool.closeAndAwait();
        try {
            serveur.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disque.close();
    }
}
