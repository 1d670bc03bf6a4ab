package fr.gouv.apprentissage.bal.embarque;

import fr.gouv.apprentissage.bal.droits.effacement.CommandeDesEffacements;
import fr.gouv.apprentissage.bal.embarque.simulateur.FranceTravailDemo;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDemo;
import fr.gouv.apprentissage.bal.journal.verification.CommandeDuJournal;
import fr.gouv.apprentissage.bal.version.CommandeDeMigration;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the process begins: refuses what must not start, starts the embedded parts where they belong, then the
 * application. In {@code quarkus:dev} it is called again at each live reload, in a new class loader.
 */
@QuarkusMain
public final class Demarrage {

    /** A system property, since nothing else survives a live reload: the port of the server that this JVM started. */
    private static final String PORT = "bal.embarque.postgresql.port";

    Demarrage() {}

    /**
     * Starts the application, and exits with status 1 where it must not start; or runs a command (the journal's, that of the list of erasures, the
     * migration), and nothing else.
     *
     * @param arguments handed on to the application
     */
    public static void main(String... arguments) {
        if (CommandeDuJournal.demandee(arguments)) {
            System.exit(CommandeDuJournal.lance(arguments));
        }
        if (CommandeDesEffacements.demandee(arguments)) {
            System.exit(CommandeDesEffacements.lance(arguments));
        }
        if (CommandeDeMigration.demandee(arguments) && connaitSonMode()) {
            System.exit(new CommandeDeMigration(lecture(configuration()), System.out, System.err).execute(arguments));
        }
        if (System.getProperty(PORT) == null && connaitSonMode()) {
            prepare(configuration());
        }
        Quarkus.run(arguments);
    }

    /**
     * Only once the application's class is initialised does Quarkus know whether it runs in development, and with which
     * configuration. The class is absent when an IDE calls this: Quarkus then begins again by itself, with it.
     */
    private static boolean connaitSonMode() {
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void prepare(SmallRyeConfig config) {
        var garde = new GardeDeProduction(config.getProfiles(), lecture(config));
        var fautes = garde.fautes();
        if (!fautes.isEmpty()) {
            refuse(fautes);
        }
        if (!garde.embarque()) {
            return;
        }
        var dossier = config.getOptionalValue(Cles.DOSSIER, String.class).orElse(Cles.DOSSIER_PAR_DEFAUT);
        try {
            var parties = PartiesEmbarquees.demarre(dossier);
            boolean fournisseur = lecture(config).apply(Cles.OIDC).isPresent();
            parties.configuration().forEach((cle, valeur) -> {
                // who tries it with a provider of his own keeps it
                if (!fournisseur || !cle.startsWith("quarkus.oidc.")) {
                    System.setProperty(cle, valeur);
                }
            });
            if (config.getOptionalValue("bal.embarque.simulateurs", Boolean.class)
                    .orElse(true)) {
                SimulateurDemo.demarreSiBesoin(Clock.systemUTC(), Path.of(dossier));
                FranceTravailDemo.demarreSiBesoin(Clock.systemUTC());
            }
            System.setProperty(PORT, Integer.toString(parties.serveur().port()));
            // Keeps the locks reachable for as long as the JVM lives, whatever happens to this class loader.
            Runtime.getRuntime().addShutdownHook(new Thread(parties::arrete, "bal-postgresql-arret"));
        } catch (IllegalStateException e) {
            e.printStackTrace();
            refuse(List.of(e.getMessage()));
        }
    }

    private static SmallRyeConfig configuration() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    /** A value whose expression names what is not there is not there. */
    private static Function<String, Optional<String>> lecture(SmallRyeConfig config) {
        return cle -> {
            try {
                return config.getOptionalValue(cle, String.class);
            } catch (NoSuchElementException expression) {
                return Optional.empty();
            }
        };
    }

    private static void refuse(List<String> fautes) {
        System.err.println("Démarrage refusé.");
        fautes.forEach(faute -> System.err.println("  - " + faute));
        System.exit(1);
    }
}
