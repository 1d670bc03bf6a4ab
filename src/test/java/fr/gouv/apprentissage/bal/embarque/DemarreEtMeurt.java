package fr.gouv.apprentissage.bal.embarque;

import java.sql.DriverManager;

/** Run in a JVM of its own by {@link ServeurEmbarqueTest}: starts the server, writes a line, and ends as if killed. */
final class DemarreEtMeurt {

    private DemarreEtMeurt() {}

    public static void main(String... arguments) throws Exception {
        var parties = PartiesEmbarquees.demarre(arguments[0]);
        try (var connexion =
                        DriverManager.getConnection(parties.configuration().get(Cles.JDBC), "bal_proprietaire", "");
                var ordre = connexion.createStatement()) {
            ordre.execute("create table temoin (n int)");
            ordre.execute("insert into temoin values (42)");
        }
        Runtime.getRuntime().halt(137);
    }
}
