package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.operation.Accueil;
import fr.gouv.apprentissage.bal.passerelle.operation.Budgets;
import fr.gouv.apprentissage.bal.passerelle.operation.Recue;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code POST /graphql}, before SmallRye's own route, whose answers are not those of GraphQL over HTTP. Order of the checks: method, token,
 * client, budget, media types, body; then the operation's own, by {@link Accueil} and by the engine. All of it has its time.
 */
@Singleton
public class PointDEntree {
    /** After Quarkus's handlers of authentication (-200) and authorisation (-100), before SmallRye's route. */
    static final int RANG = -50;

    /** Before SmallRye's WebSocket, which asks nobody for a token and has none of our limits: its handshake is a GET, and refused as one. */
    static final int RANG_DE_LA_METHODE = -150;

    private static final int CORPS_TROP_GRAND = 413;
    private static final String DEMANDE = Demande.CLE;

    private final Identification identification;
    private final Execution execution;
    private final Accueil accueil;
    private final Budgets budgets;
    private final Delais delais;
    private final long corps;

    PointDEntree(
            Identification identification,
            Execution execution,
            Accueil accueil,
            Budgets budgets,
            Delais delais,
            @ConfigProperty(name = "bal.passerelle.corps", defaultValue = "256K") MemorySize corps) {
        this.identification = identification;
        this.execution = execution;
        this.accueil = accueil;
        this.budgets = budgets;
        this.delais = delais;
        this.corps = corps.asLongValue();
    }

    void installe(@Observes Router routeur) {
        var chemin = "/graphql";
        routeur.route(chemin).order(RANG_DE_LA_METHODE).handler(this::methode).failureHandler(this::echoue);
        routeur.route(chemin).order(RANG).handler(this::identifie).failureHandler(this::echoue);
        routeur.route(chemin).order(RANG).handler(this::budget).failureHandler(this::echoue);
        routeur.route(chemin).order(RANG).handler(this::types).failureHandler(this::echoue);
        routeur.route(chemin)
                .order(RANG)
                .handler(BodyHandler.create(false).setBodyLimit(corps))
                .failureHandler(this::echoue);
        routeur.route(chemin).order(RANG).handler(this::execute).failureHandler(this::echoue);
    }

    private void methode(RoutingContext echange) {
        if (echange.request().method() != HttpMethod.POST) {
            throw refus(CodeErreur.METHODE_NON_OFFERTE);
        }
        delais.arme(echange);
        echange.next();
    }

    private void identifie(RoutingContext echange) {
        echange.request().pause();
        identification
                .de(echange)
                .subscribe()
                .with(
                        demande -> {
                            echange.put(DEMANDE, demande);
                            echange.request().resume();
                            echange.next();
                        },
                        echange::fail);
    }

    /** What any request costs is taken before its body is read. */
    private void budget(RoutingContext echange) {
        Demande demande = echange.get(DEMANDE);
        var client = demande.appelant().client();
        echange.addHeadersEndHandler(entetes -> annonce(echange, budgets.etat(client)));
        accueil.ouvre(demande);
        echange.next();
    }

    private static void annonce(RoutingContext echange, Budgets.Etat etat) {
        echange.response()
                .putHeader("RateLimit-Limit", Long.toString(etat.limite()))
                .putHeader("RateLimit-Remaining", Long.toString(etat.restant()))
                .putHeader("RateLimit-Reset", Long.toString(etat.secondes()));
    }

    private void types(RoutingContext echange) {
        if (TypeDeReponse.negocie(echange).isEmpty()) {
            throw refus(CodeErreur.TYPE_NON_OFFERT);
        }
        if (!TypeDeCorps.estLu(echange.request().headers().getAll(HttpHeaders.CONTENT_TYPE))) {
            throw refus(CodeErreur.TYPE_NON_LU);
        }
        if (!TypeDeCorps.estEnClair(echange.request().headers().getAll(HttpHeaders.CONTENT_ENCODING))) {
            throw new OperationRefusee(Erreur.de(
                    CodeErreur.TYPE_NON_LU, "Le corps de la requête ne doit pas être compressé (Content-Encoding)."));
        }
        delais.attendsLeCorps(echange);
        echange.next();
    }

    private void execute(RoutingContext echange) {
        delais.corpsLu(echange);
        if (echange.response().ended()) {
            return;
        }
        var octets = echange.body().buffer();
        if (octets != null && octets.length() > corps) {
            echange.fail(CORPS_TROP_GRAND);
            return;
        }
        execute(echange, CorpsDeRequete.lis(octets));
    }

    private void execute(RoutingContext echange, JsonObject requete) {
        var type = TypeDeReponse.de(echange);
        Recue recue;
        try {
            recue = accueil.recois(echange.get(DEMANDE), requete);
        } catch (OperationRefusee refus) {
            Sortie.operationRefusee(echange, type, refus.erreur());
            return;
        }
        execution.execute(echange, recue.requete(), recue.demande(), reponse -> Sortie.reponse(echange, type, reponse));
    }

    private void echoue(RoutingContext echange) {
        if (echange.statusCode() == CORPS_TROP_GRAND) {
            Sortie.refus(echange, TypeDeReponse.de(echange), Limites.depassee("corps", corps));
            return;
        }
        Sortie.refus(echange, TypeDeReponse.de(echange), echange.failure());
    }

    private static OperationRefusee refus(CodeErreur code) {
        return new OperationRefusee(Erreur.de(code));
    }
}
