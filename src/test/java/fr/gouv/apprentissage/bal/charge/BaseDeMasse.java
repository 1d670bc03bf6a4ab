package fr.gouv.apprentissage.bal.charge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own, with the schema and the roles of production. */
public final class BaseDeMasse implements AutoCloseable {

    private final EmbeddedPostgres serveur;
    private final Connection proprietaire;

    private BaseDeMasse(EmbeddedPostgres serveur, Connection proprietaire) {
        this.serveur = serveur;
        this.proprietaire = proprietaire;
    }

    /** Starts it, without any row. */
    public static BaseDeMasse demarre() throws IOException, SQLException {
        var serveur = EmbeddedPostgres.start();
        try (var connexion = serveur.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement();
                var roles = BaseDeMasse.class.getResourceAsStream("/db/roles.sql")) {
            ordre.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
            ordre.execute("alter database postgres owner to bal_proprietaire");
        }
        var base = serveur.getDatabase("bal_proprietaire", "postgres");
        Flyway.configure()
                .dataSource(base)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new BaseDeMasse(serveur, base.getConnection());
    }

    /** Connection of the role that owns the tables. */
    public Connection proprietaire() {
        return proprietaire;
    }

    /** One more connection of that role; ends with the server. */
    public Connection autreConnexion() throws SQLException {
        return serveur.getDatabase("bal_proprietaire", "postgres").getConnection();
    }

    @Override
    public void close() throws IOException, SQLException {
        proprietaire.close();
        serveur.close();
    }
}
