package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.entree.ReponseJson;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Defaillance;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Writes answers. None may be kept by a cache. */
final class Sortie {
    private static final int OK = 200;
    private static final CharSequence DEFI = "Bearer";

    private Sortie() {}

    /** The answer to a request that was well formed, whatever became of its operation. */
    static void reponse(RoutingContext echange, TypeDeReponse type, ReponseJson reponse) {
        ecris(echange, type, type == TypeDeReponse.GRAPHQL ? reponse.statut() : OK, reponse);
    }

    /** What was refused before there was an operation: the status speaks in both media types. */
    static void refus(RoutingContext echange, TypeDeReponse type, Throwable echec) {
        refus(echange, type, Defaillance.erreur(echec));
    }

    /** What was refused before there was an operation. */
    static void refus(RoutingContext echange, TypeDeReponse type, Erreur erreur) {
        if (erreur.code() == CodeErreur.NON_AUTHENTIFIE) {
            echange.response().putHeader("WWW-Authenticate", DEFI);
        }
        if (erreur.code() == CodeErreur.METHODE_NON_OFFERTE) {
            echange.response().putHeader(HttpHeaders.ALLOW, "POST");
        }
        var reponse = ReponseJson.refus(erreur);
        ecris(echange, type, reponse.statut(), reponse);
    }

    private static void ecris(RoutingContext echange, TypeDeReponse type, int statut, ReponseJson reponse) {
        var sortie = echange.response();
        if (sortie.ended() || sortie.closed()) {
            return;
        }
        sortie.setStatusCode(statut)
                .putHeader(HttpHeaders.CONTENT_TYPE, type.entete())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(reponse.texte());
    }
}
