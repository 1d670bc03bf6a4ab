package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;

/** France Travail's simulator of the embedded default; started and found as that of DECA ({@link SimulateurDemo}). */
@ApplicationScoped
public class FranceTravailDemo {

    private static final String CLES = "bal.connecteur.francetravail.";
    private static final String MARQUE = "bal.embarque.simulateur.francetravail.url";
    private static final String CLIENT = "PAR_bal";

    private static SimulateurFranceTravail courant;

    /**
     * Starts it unless it runs, unless {@code bal.embarque.simulateurs} is false, unless another France Travail is configured by a system property or
     * the environment.
     *
     * @return whether it runs now
     */
    public static synchronized boolean demarreSiBesoin(Clock horloge) {
        if (courant != null) {
            return true;
        }
        if ("false".equals(SimulateurDemo.reglage("bal.embarque.simulateurs")) || autreConfigure()) {
            return false;
        }
        courant = demarre(OptionsFranceTravail.commeFranceTravail(horloge).avecCompte(compte()));
        publie();
        return true;
    }

    /** Stops it, if it runs. */
    public static synchronized void arrete() {
        if (courant != null) {
            courant.close();
            courant = null;
        }
    }

    void quandLApplicationSArrete(@Observes ShutdownEvent arret) {
        arrete();
    }

    private static SimulateurFranceTravail demarre(OptionsFranceTravail options) {
        var monde = MondeDOffres.deDemonstration(SimulateurDemo.GRAINE);
        var avant = System.getProperty(MARQUE);
        try {
            return SimulateurFranceTravail.demarre(
                    monde::offres,
                    options.avecPort(avant == null ? 0 : URI.create(avant).getPort()));
        } catch (UncheckedIOException portPris) {
            return SimulateurFranceTravail.demarre(monde::offres, options.avecPort(0));
        }
    }

    private static void publie() {
        System.setProperty(CLES + "url", courant.url());
        System.setProperty(CLES + "connexion", courant.connexion());
        System.setProperty(CLES + "utilisateur", courant.options().compte().utilisateur());
        System.setProperty(CLES + "secret", courant.options().compte().secret());
        System.setProperty(CLES + "au-demarrage", "true");
        System.setProperty(MARQUE, courant.url());
    }

    /** The url that this class itself has left is none of another. */
    private static boolean autreConfigure() {
        var url = SimulateurDemo.reglage(CLES + "url");
        return url != null && !url.isBlank() && !url.equals(System.getProperty(MARQUE));
    }

    /** After a live reload the account that was published stays good. */
    private static Compte compte() {
        var secret = System.getProperty(MARQUE) == null ? null : System.getProperty(CLES + "secret");
        return secret == null ? Compte.auHasard(CLIENT) : new Compte(CLIENT, secret);
    }
}
