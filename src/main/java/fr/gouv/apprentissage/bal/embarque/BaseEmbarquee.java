package fr.gouv.apprentissage.bal.embarque;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** What the operator does once in production, done here by the superuser: the roles of db/roles.sql and the database. */
final class BaseEmbarquee {

    private static final String ROLES = "/db/roles.sql";

    private BaseEmbarquee() {}

    static void prepare(EmbeddedPostgres serveur, String base) throws SQLException, IOException {
        try (var connexion = serveur.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement()) {
            ordre.execute(roles());
            try (var existe = ordre.executeQuery("select 1 from pg_database where datname = '" + base + "'")) {
                if (existe.next()) {
                    return;
                }
            }
            ordre.execute("create database " + base + " owner bal_proprietaire");
            ordre.execute("revoke all on database " + base + " from public");
            ordre.execute("grant connect on database " + base
                    + " to bal_service, bal_journal, bal_lecteur_journal, bal_conservation_journal");
            ordre.execute("grant temporary on database " + base + " to bal_service");
        }
    }

    private static String roles() throws IOException {
        try (var flux = BaseEmbarquee.class.getResourceAsStream(ROLES)) {
            if (flux == null) {
                throw new IOException("ressource absente : " + ROLES);
            }
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
