package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * The simulator of the embedded default. It starts before Quarkus reads its configuration and leaves there, as system properties, what the
 * connector needs to reach it. A live reload stops it with the application; the next start takes the same port and the same accounts.
 */
@ApplicationScoped
public class SimulateurDemo {

    private static final String DECA = "bal.connecteur.deca.";
    private static final String PORT = "bal.embarque.simulateur.port";
    private static final String MARQUE = "bal.embarque.simulateur.url";
    private static final int JOURS_DE_DEMO = 30;
    /** Seed of the world of the demo. */
    public static final long GRAINE = 20260101;

    private static SimulateurDeca courant;
    private static OpcoDemo opco;

    /**
     * Starts it unless it runs, unless {@code bal.embarque.simulateurs} is false, unless another DECA is configured by a system property or
     * the environment.
     *
     * @param dossier folder of the embedded parts, in which the files of the demo are written
     * @return whether it runs now
     */
    public static synchronized boolean demarreSiBesoin(Clock horloge, Path dossier) {
        if (courant != null) {
            return true;
        }
        if ("false".equals(reglage("bal.embarque.simulateurs")) || autreDecaConfigure()) {
            return false;
        }
        var options = OptionsSimulateur.sansLimite(horloge).avecComptes(compte("lba"), compte("tba"));
        courant = demarre(options);
        demarreOpco(horloge, dossier);
        publie(LocalDate.ofInstant(horloge.instant(), ZoneId.of("Europe/Paris")));
        return true;
    }

    /** Stops it, if it runs. */
    public static synchronized void arrete() {
        if (courant != null) {
            courant.close();
            courant = null;
        }
        if (opco != null) {
            opco.close();
            opco = null;
        }
    }

    void quandLApplicationSArrete(@Observes ShutdownEvent arret) {
        arrete();
    }

    /** Who has configured another AKTO wants none of these. */
    private static void demarreOpco(Clock horloge, Path dossier) {
        boolean deNous = System.getProperty(MARQUE) != null;
        if (!deNous && reglage("bal.connecteur.opco.akto.url") != null) {
            return;
        }
        opco = new OpcoDemo(
                GRAINE, horloge, cle -> deNous ? System.getProperty(cle) : null, dossier.resolve("contacts"));
        opco.reglages().forEach(System::setProperty);
    }

    private static SimulateurDeca demarre(OptionsSimulateur options) {
        var port = reglage(PORT);
        var monde = Monde.deDemonstration(GRAINE);
        try {
            return SimulateurDeca.demarre(monde, options.avecPort(port == null ? 0 : Integer.parseInt(port)));
        } catch (UncheckedIOException portPris) {
            return SimulateurDeca.demarre(monde, options.avecPort(0));
        }
    }

    private static void publie(LocalDate aujourdhui) {
        var options = courant.options();
        System.setProperty(DECA + "au-demarrage", "true");
        Map.of(
                        DECA + "url",
                        courant.url(),
                        DECA + "lba.utilisateur",
                        options.lba().utilisateur(),
                        DECA + "lba.secret",
                        options.lba().secret(),
                        DECA + "tba.utilisateur",
                        options.tba().utilisateur(),
                        DECA + "tba.secret",
                        options.tba().secret(),
                        DECA + "ouverture",
                        "00:00-24:00",
                        DECA + "debit",
                        String.valueOf(options.debit()),
                        DECA + "depuis",
                        aujourdhui.minusDays(JOURS_DE_DEMO).toString(),
                        PORT,
                        String.valueOf(courant.port()),
                        MARQUE,
                        courant.url())
                .forEach(System::setProperty);
    }

    /** The url that this class itself has left is none of another. */
    private static boolean autreDecaConfigure() {
        var url = reglage(DECA + "url");
        return url != null && !url.isBlank() && !url.equals(System.getProperty(MARQUE));
    }

    /** After a live reload the accounts that were published stay good. */
    private static Compte compte(String extrait) {
        var secret = System.getProperty(MARQUE) == null ? null : System.getProperty(DECA + extrait + ".secret");
        return secret == null ? Compte.auHasard("bal-" + extrait) : new Compte("bal-" + extrait, secret);
    }

    static String reglage(String cle) {
        var propriete = System.getProperty(cle);
        return propriete != null
                ? propriete
                : System.getenv(cle.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
}
