package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.entree.ReponseJson;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Defaillance;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.operation.Budgets;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Writes answers. None may be kept by a cache. */
final class Sortie {
    private static final int OK = 200;
    private static final int TROP_DE_REQUETES = 429;
    private static final CharSequence DEFI = "Bearer";

    private Sortie() {}

    /** The answer to a request that was well formed, whatever became of its operation. */
    static void reponse(RoutingContext echange, TypeDeReponse type, ReponseJson reponse) {
        ecris(echange, type, type == TypeDeReponse.GRAPHQL ? reponse.statut() : OK, reponse);
    }

    /** An operation that is refused: the status speaks where it does for answers, and everywhere when a budget is spent. */
    static void operationRefusee(RoutingContext echange, TypeDeReponse type, Erreur erreur) {
        if (erreur.code().statut() == TROP_DE_REQUETES) {
            refus(echange, type, erreur);
        } else {
            reponse(echange, type, ReponseJson.refus(erreur));
        }
    }

    /** What was refused before there was an operation: the status speaks in both media types. */
    static void refus(RoutingContext echange, TypeDeReponse type, Throwable echec) {
        if (finie(echange)) {
            return;
        }
        refus(echange, type, Defaillance.erreur(echec));
    }

    /** What was refused before there was an operation. */
    static void refus(RoutingContext echange, TypeDeReponse type, Erreur erreur) {
        if (finie(echange)) {
            return;
        }
        if (erreur.code() == CodeErreur.NON_AUTHENTIFIE) {
            echange.response().putHeader("WWW-Authenticate", DEFI);
        }
        if (erreur.code() == CodeErreur.METHODE_NON_OFFERTE) {
            echange.response().putHeader(HttpHeaders.ALLOW, "POST");
        }
        if (erreur.extensions().get(Budgets.REESSAYER) instanceof Long secondes) {
            echange.response().putHeader("Retry-After", secondes.toString());
        }
        var reponse = ReponseJson.refus(erreur);
        ecris(echange, type, reponse.statut(), reponse);
    }

    private static void ecris(RoutingContext echange, TypeDeReponse type, int statut, ReponseJson reponse) {
        if (finie(echange)) {
            return;
        }
        echange.response()
                .setStatusCode(statut)
                .putHeader(HttpHeaders.CONTENT_TYPE, type.entete())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(reponse.texte());
    }

    /** Whether it was answered, for example because its time was over, or nobody is there to read. */
    private static boolean finie(RoutingContext echange) {
        return echange.response().ended() || echange.response().closed();
    }
}
