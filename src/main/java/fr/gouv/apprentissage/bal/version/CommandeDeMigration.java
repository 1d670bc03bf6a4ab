package fr.gouv.apprentissage.bal.version;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * {@code migre}: brings the schema to this build's version by the role that owns it, and ends. The one thing that needs the owner's password;
 * may be run while older processes serve, and again.
 */
public final class CommandeDeMigration {

    private static final String NOM = "migre";
    private static final int ECHEC = 1;
    private static final int MAL_DEMANDE = 2;

    private static final String ADRESSE = "quarkus.flyway.jdbc-url";
    private static final String ADRESSE_QUI_SERT = "quarkus.datasource.jdbc.url";
    private static final String ROLE = "quarkus.flyway.username";
    private static final String SECRET = "quarkus.flyway.password";

    private final Function<String, Optional<String>> lecture;
    private final PrintStream sortie;
    private final PrintStream erreurs;

    /**
     * @param lecture value of a key of the configuration, empty where it is not set
     * @param sortie where success is told
     * @param erreurs where a failure is told; never with a value of the configuration or of a row
     */
    public CommandeDeMigration(Function<String, Optional<String>> lecture, PrintStream sortie, PrintStream erreurs) {
        this.lecture = cle -> lecture.apply(cle).filter(valeur -> !valeur.isBlank());
        this.sortie = sortie;
        this.erreurs = erreurs;
    }

    /** Whether these arguments ask for it. */
    public static boolean demandee(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NOM);
    }

    /** Runs it; the status to exit with: 0 the schema is as new as this build, 1 it could not be brought there, 2 the command is ill-formed. */
    public int execute(String... arguments) {
        if (arguments.length != 1) {
            erreurs.println("migre ne prend pas d'argument : l'adresse et le rôle viennent de la configuration");
            return MAL_DEMANDE;
        }
        var adresse = lecture.apply(ADRESSE).or(() -> lecture.apply(ADRESSE_QUI_SERT));
        var manques = manques(adresse);
        if (!manques.isEmpty()) {
            erreurs.println("Migration refusée.");
            manques.forEach(manque -> erreurs.println("  - " + manque));
            return ECHEC;
        }
        try {
            return dis(flyway(adresse.orElseThrow()).migrate());
        } catch (FlywayException echec) {
            // its message may quote a statement or a row
            erreurs.println(
                    "Migration impossible : " + cause(echec) + ". Rien n'a été écrit de la migration qui a échoué.");
            return ECHEC;
        }
    }

    private List<String> manques(Optional<String> adresse) {
        var manques = new ArrayList<String>();
        if (adresse.isEmpty()) {
            manques.add(ADRESSE_QUI_SERT + " ou " + ADRESSE + " : adresse JDBC de la base");
        }
        for (var cle : List.of(ROLE, SECRET)) {
            if (lecture.apply(cle).isEmpty()) {
                manques.add(cle + " : rôle qui possède et migre, et son mot de passe");
            }
        }
        return manques;
    }

    private Flyway flyway(String adresse) {
        return Flyway.configure()
                .dataSource(
                        adresse,
                        lecture.apply(ROLE).orElseThrow(),
                        lecture.apply(SECRET).orElseThrow())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .connectRetries(lecture.apply("quarkus.flyway.connect-retries")
                        .map(Integer::valueOf)
                        .orElse(0))
                .connectRetriesInterval(2)
                .load();
    }

    private int dis(MigrateResult resultat) {
        var atteinte = Optional.ofNullable(resultat.targetSchemaVersion)
                .or(() -> Optional.ofNullable(resultat.initialSchemaVersion))
                .orElse("");
        if (atteinte.isEmpty()
                || MigrationVersion.fromVersion(atteinte)
                                .compareTo(MigrationVersion.fromVersion(ControleDuSchema.REQUISE))
                        < 0) {
            erreurs.println("Migration impossible : le paquet ne contient pas ses migrations.");
            return ECHEC;
        }
        sortie.println(
                resultat.migrationsExecuted == 0
                        ? "Schéma déjà à jour : version " + atteinte + "."
                        : "Schéma migré : version " + atteinte + ", " + resultat.migrationsExecuted
                                + " migrations jouées.");
        return 0;
    }

    private static String cause(Throwable echec) {
        for (var cause = echec; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "la base répond SQLSTATE " + sql.getSQLState();
            }
        }
        return "Flyway refuse (" + echec.getClass().getSimpleName()
                + "), une migration a changé depuis qu'elle a été jouée";
    }
}
