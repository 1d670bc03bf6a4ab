package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.ingestion.ReceptionDeFichiers;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotConfig;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotEnCours;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * {@code POST /fichiers/<connecteur>}: an administrator hands in a file, as it is. It is sealed while it comes in, and never stands anywhere in clear; the
 * next bytes are asked for once the ones before are durable.
 */
@Singleton
public class RouteDesFichiers {
    private static final String ADMINISTRATEUR = "administrateur";
    private static final int ACCEPTE = 202;

    private final Identification identification;
    private final ReceptionDeFichiers reception;
    private final long taille;
    private final long delai;

    RouteDesFichiers(Identification identification, ReceptionDeFichiers reception, DepotConfig config) {
        this.identification = identification;
        this.reception = reception;
        this.taille = config.taille().asLongValue();
        this.delai = config.delai().toMillis();
    }

    void installe(@Observes Router routeur) {
        routeur.post("/fichiers/:connecteur").order(PointDEntree.RANG).handler(this::recois);
    }

    private void recois(RoutingContext echange) {
        echange.request().pause();
        identification
                .de(echange)
                .subscribe()
                .with(demande -> ouvre(echange, demande), echec -> refuse(echange, echec));
    }

    private void ouvre(RoutingContext echange, Demande demande) {
        if (!demande.appelant().roles().contains(ADMINISTRATEUR)) {
            refuse(echange, new OperationRefusee(Erreur.de(CodeErreur.ROLE_REQUIS)));
            return;
        }
        if (annoncee(echange) > taille) {
            refuse(echange, new OperationRefusee(Limites.depassee("fichier", taille)));
            return;
        }
        aPart(echange, () -> reception.commence(echange.pathParam("connecteur")), depot -> new Arrivee(echange, depot)
                .commence());
    }

    private static long annoncee(RoutingContext echange) {
        var annoncee = echange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return annoncee != null && annoncee.matches("[0-9]{1,18}") ? Long.parseLong(annoncee) : 0;
    }

    /** The stores wait for the database: never on an event loop; in order. */
    private static <T> void aPart(RoutingContext echange, Callable<T> action, Consumer<T> suite) {
        echange.vertx()
                .executeBlocking(action, true)
                .onSuccess(suite::accept)
                .onFailure(echec -> refuse(echange, echec));
    }

    /** What is left of the body is not read: the connection cannot serve another request. */
    private static void refuse(RoutingContext echange, Throwable echec) {
        echange.response().putHeader(HttpHeaders.CONNECTION, "close");
        Sortie.refus(echange, TypeDeReponse.JSON, echec);
    }

    /** One body on its way. All of it happens on the exchange's own thread, but for what is written. */
    private final class Arrivee {

        private final RoutingContext echange;
        private final DepotEnCours depot;
        private final long minuteur;
        private boolean finie;

        Arrivee(RoutingContext echange, DepotEnCours depot) {
            this.echange = echange;
            this.depot = depot;
            this.minuteur = echange.vertx()
                    .setTimer(delai, temps -> abandonne(new OperationRefusee(Erreur.de(CodeErreur.CORPS_TROP_LENT))));
        }

        void commence() {
            var requete = echange.request();
            requete.handler(this::prends);
            requete.exceptionHandler(this::abandonne);
            requete.endHandler(fin -> finis());
            echange.addEndHandler(fin -> abandonne(new IllegalStateException("connexion coupée")));
            requete.resume();
        }

        private void prends(Buffer octets) {
            if (finie) {
                return;
            }
            echange.request().pause();
            if (depot.octets() + octets.length() > taille) {
                abandonne(new OperationRefusee(Limites.depassee("fichier", taille)));
                return;
            }
            echange.vertx()
                    .executeBlocking(
                            () -> {
                                depot.prends(octets.getBytes());
                                return depot;
                            },
                            true)
                    .onSuccess(fait -> echange.request().resume())
                    .onFailure(this::abandonne);
        }

        private void finis() {
            if (!arrete()) {
                return;
            }
            aPart(
                    echange,
                    () -> reception.termine(echange.pathParam("connecteur"), depot),
                    execution -> echange.response()
                            .setStatusCode(ACCEPTE)
                            .putHeader(HttpHeaders.CONTENT_TYPE, TypeDeReponse.JSON.entete())
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                            .end(new JsonObject()
                                    .put("execution", execution.id())
                                    .put("octets", depot.octets())
                                    .encode()));
        }

        private void abandonne(Throwable echec) {
            if (arrete()) {
                aPart(
                        echange,
                        () -> {
                            depot.abandonne();
                            return depot;
                        },
                        fait -> refuse(echange, echec));
            }
        }

        /** Whether it had not ended yet. */
        private boolean arrete() {
            if (finie) {
                return false;
            }
            finie = true;
            echange.vertx().cancelTimer(minuteur);
            return true;
        }
    }
}
