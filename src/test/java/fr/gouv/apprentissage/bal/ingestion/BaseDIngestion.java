package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the project's migrations, one for all tests of the room and of connectors. */
public final class BaseDIngestion {

    private static final Path JOURNAL =
            Path.of(System.getProperty("java.io.tmpdir"), "postgresql-" + UUID.randomUUID() + ".log");
    // Emptying all of them takes longer than most tests do: those that have no row are left as they are.
    private static final String VIDE =
            """
            do $$
            declare
                une text;
                pleine boolean;
                pleines text[] = '{}';
            begin
                foreach une in array array['debit', 'cle', 'epoque', 'rotation', 'rotation_illisible', 'rotation_index', 'contrat', 'contrat_cle',
                    'contrat_ecarte', 'changement', 'identite', 'secret', 'index_aveugle', 'rapprochement', 'personne_fusionnee', 'curseur', 'bail',
                    'execution', 'execution_signalement', 'execution_part', 'execution_derive', 'planification', 'ingestion_page', 'ingestion_ligne',
                    'ingestion_rejet', 'quarantaine', 'quarantaine_marque', 'contact', 'offre', 'opco_d_entreprise', 'depot', 'depot_morceau',
                    'effacement', 'suppression', 'organisme', 'organisme_par_uai']
                loop
                    execute format('select exists (select from %I)', une) into pleine;
                    if pleine then
                        pleines = pleines || une;
                    end if;
                end loop;
                if pleines <> '{}' then
                    execute 'truncate ' || array_to_string(pleines, ', ') || ' cascade';
                end if;
            end
            $$
            """;
    private static final EmbeddedPostgres SERVEUR = demarre();
    private static final Pool POOL = pool();

    private BaseDIngestion() {}

    /** The tables without a row, as the role that serves sees them. */
    public static Pool vide() {
        execute(VIDE);
        return POOL;
    }

    /** As the owner. */
    public static void execute(String sql) {
        try (var connexion = SERVEUR.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First value of a query, as the owner. */
    public static String texte(String sql) {
        try (var connexion = SERVEUR.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database as it stands now under another name, as a backup that is restored; whoever is connected is thrown out. */
    public static Pool copie(String nom) {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and datname is not null");
        execute("drop database if exists " + nom);
        execute("create database " + nom + " template postgres");
        return BasePartagee.pool(SERVEUR.getPort(), nom);
    }

    /** What the server has said since it started. */
    public static String journal() {
        try {
            return Files.readString(JOURNAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public static int port() {
        return SERVEUR.getPort();
    }

    private static EmbeddedPostgres demarre() {
        try {
            JOURNAL.toFile().deleteOnExit();
            return EmbeddedPostgres.builder()
                    .setErrorRedirector(Redirect.appendTo(JOURNAL.toFile()))
                    .setOutputRedirector(Redirect.appendTo(JOURNAL.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables as they are. */
    public static Pool laMeme() {
        return POOL;
    }

    private static Pool pool() {
        execute(roles());
        Flyway.configure().dataSource(SERVEUR.getPostgresDatabase()).load().migrate();
        return BasePartagee.pool(SERVEUR.getPort());
    }

    static String roles() {
        try (var fichier = BaseDIngestion.class.getResourceAsStream("/db/roles.sql")) {
            return new String(fichier.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
