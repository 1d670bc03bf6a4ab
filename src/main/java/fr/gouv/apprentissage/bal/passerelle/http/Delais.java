package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long an exchange may last. What comes after its time is not sent: a statement that still runs ends by itself, and its rows go nowhere.
 * A body that drips is cut with its connection, since the rest of it would be taken for the next request.
 */
@Singleton
public class Delais {
    private static final String MINUTEUR_DU_CORPS = Delais.class.getName();

    private final Duration reponse;
    private final Duration corps;

    Delais(
            @ConfigProperty(name = "bal.passerelle.delai", defaultValue = "30s") Duration reponse,
            @ConfigProperty(name = "bal.passerelle.delai-corps", defaultValue = "10s") Duration corps) {
        this.reponse = reponse;
        this.corps = corps;
    }

    /** From now on the answer must be there in time. */
    void arme(RoutingContext echange) {
        arme(echange, reponse, () -> refuse(echange, CodeErreur.DELAI_DEPASSE, "delai", reponse));
    }

    /** From now on the body must be there in time. */
    void attendsLeCorps(RoutingContext echange) {
        var minuteur = arme(echange, corps, () -> {
            // the answer tells why, and goes out before the connection does
            refuse(echange, CodeErreur.CORPS_TROP_LENT, "delai-corps", corps);
            coupe(echange);
        });
        echange.put(MINUTEUR_DU_CORPS, minuteur);
    }

    /** The body is there. */
    void corpsLu(RoutingContext echange) {
        echange.vertx().cancelTimer(echange.<Long>get(MINUTEUR_DU_CORPS));
    }

    private static long arme(RoutingContext echange, Duration delai, Runnable expiration) {
        var minuteur = echange.vertx().setTimer(delai.toMillis(), temps -> expiration.run());
        echange.addEndHandler(fin -> echange.vertx().cancelTimer(minuteur));
        return minuteur;
    }

    private static void refuse(RoutingContext echange, CodeErreur code, String limite, Duration delai) {
        var erreur = new Erreur(
                code,
                code.message(),
                List.of(),
                Optional.empty(),
                Map.of("limite", limite, "maximum", delai.toMillis()));
        Sortie.refus(echange, TypeDeReponse.de(echange), erreur);
    }

    private static void coupe(RoutingContext echange) {
        var requete = echange.request();
        if (requete.version() == HttpVersion.HTTP_2) {
            requete.response().reset();
        } else {
            requete.connection().close();
        }
    }
}
