package fr.gouv.apprentissage.bal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The roles of production on a fresh server, as the operator makes them: without them the migrations refuse to run. */
public final class RolesDeTest {

    private RolesDeTest() {}

    /** Makes the roles, and gives the way in for whoever owns and migrates. */
    public static DataSource proprietaire(EmbeddedPostgres serveur) {
        try (var connexion = serveur.getPostgresDatabase().getConnection();
                var ordre = connexion.createStatement();
                var roles = RolesDeTest.class.getResourceAsStream("/db/roles.sql")) {
            ordre.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
            ordre.execute("alter database postgres owner to bal_proprietaire");
            ordre.execute("alter schema public owner to bal_proprietaire");
            return serveur.getDatabase("bal_proprietaire", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
