package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.embarque.simulateur.Compte;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The real connector on a simulator's addresses, in whichever process. */
public final class CourseFranceTravail {

    private CourseFranceTravail() {}

    /** @param page offers of one answer, as the simulator has them */
    public static ConnecteurDeFaits connecteur(
            String url,
            String connexion,
            Compte compte,
            List<String> departements,
            int page,
            Pool pool,
            Clock horloge) {
        var limites = new Limites(page, Limites.DOCUMENTEES.mur());
        var acces = new ClientFranceTravail.Acces(
                URI.create(url), URI.create(connexion), compte.utilisateur(), compte.secret());
        return new ConnecteurFranceTravail(
                new ConfigFranceTravail(Optional.of(departements)),
                () -> true,
                new ClientFranceTravail(
                        () -> acces, SortieDeTest.vers(url, Duration.ofSeconds(20), horloge), limites, horloge),
                limites,
                new Reessais(3),
                new OffreStore(pool),
                horloge);
    }
}
