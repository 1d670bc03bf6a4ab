package fr.gouv.apprentissage.bal.journal.verification;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The journal's commands, run from the package without starting the server: {@code exporte-journal}, {@code verifie-journal} and
 * {@code conserve-journal}.
 */
public final class CommandeDuJournal {

    private static final String EXPORTE = "exporte-journal";
    private static final String VERIFIE = "verifie-journal";
    private static final String CONSERVE = "conserve-journal";
    private static final String USAGE = "exporte-journal <adresse JDBC>\n"
            + "conserve-journal <adresse JDBC>\n"
            + "verifie-journal <export> <témoin> <clé publique> [recus=<fichier>] [depuis=<AAAA-MM-JJ>]";
    private static final int FAUTE = 1;
    private static final int MAL_DEMANDE = 2;

    private final PrintStream sortie;
    private final PrintStream erreurs;

    CommandeDuJournal(PrintStream sortie, PrintStream erreurs) {
        this.sortie = sortie;
        this.erreurs = erreurs;
    }

    /** Whether these arguments ask for one of them. */
    public static boolean demandee(String... arguments) {
        return arguments.length > 0 && List.of(EXPORTE, VERIFIE, CONSERVE).contains(arguments[0]);
    }

    /** Runs it; the status to exit with: 0 all holds, 1 a fault was found, 2 it could not be done. */
    public static int lance(String... arguments) {
        return new CommandeDuJournal(System.out, System.err).execute(Arrays.asList(arguments));
    }

    int execute(List<String> arguments) {
        try {
            if (arguments.get(0).equals(EXPORTE) && arguments.size() == 2) {
                return exporte(arguments.get(1));
            }
            if (arguments.get(0).equals(CONSERVE) && arguments.size() == 2) {
                return conserve(arguments.get(1));
            }
            if (arguments.get(0).equals(VERIFIE) && arguments.size() >= 4) {
                return verifie(arguments.subList(1, arguments.size()));
            }
            erreurs.println(USAGE);
        } catch (IOException | SQLException | GeneralSecurityException | RuntimeException echec) {
            // messages of these may quote a line: their type says enough
            erreurs.println("Impossible : " + echec.getClass().getSimpleName());
        }
        return MAL_DEMANDE;
    }

    private int exporte(String adresse) throws SQLException, IOException {
        try (var connexion = connexion(adresse, "bal_lecteur_journal")) {
            long entrees = Exportation.ecris(connexion, new OutputStreamWriter(sortie, StandardCharsets.UTF_8));
            erreurs.println(entrees + " entrées exportées");
        }
        return 0;
    }

    private int conserve(String adresse) throws SQLException {
        var conservation = new Conservation(Period.parse(System.getProperty("bal.journal.conservation", "P1Y")));
        try (var connexion = connexion(adresse, "bal_conservation_journal")) {
            erreurs.println(conservation.applique(connexion, Clock.systemUTC()) + " mois supprimés");
        }
        return 0;
    }

    private static Connection connexion(String adresse, String role) throws SQLException {
        var qui = new Properties();
        qui.setProperty("user", role);
        Optional.ofNullable(System.getenv("PGPASSWORD")).ifPresent(secret -> qui.setProperty("password", secret));
        return DriverManager.getConnection(adresse, qui);
    }

    private int verifie(List<String> arguments) throws IOException, GeneralSecurityException {
        var cles = new ArrayList<ClePublique>();
        for (var fichier : arguments.get(2).split(",")) {
            cles.addAll(ClePublique.lisToutes(Path.of(fichier)));
        }
        var depuis = option(arguments, "depuis=")
                .map(jour -> LocalDate.parse(jour).atStartOfDay(ZoneOffset.UTC).toInstant());
        var recus = option(arguments, "recus=");
        try (var export = Files.lines(Path.of(arguments.get(0)));
                var temoin = Files.lines(Path.of(arguments.get(1)));
                var remis = recus.isPresent() ? Files.lines(Path.of(recus.get())) : Stream.<String>empty()) {
            var rapport = new Verification(cles, depuis).verifie(export, temoin, remis);
            rapport.constats().forEach(sortie::println);
            sortie.println(rapport.entrees() + " entrées, " + rapport.chaines() + " chaînes, " + rapport.jalons()
                    + " jalons : " + (rapport.constats().isEmpty() ? "intact" : "NON CONFORME"));
            return rapport.constats().isEmpty() ? 0 : FAUTE;
        }
    }

    private static Optional<String> option(List<String> arguments, String nom) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(nom))
                .map(argument -> argument.substring(nom.length()))
                .findFirst();
    }
}
