package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code POST /graphql}, before SmallRye's own route, whose answers are not those of GraphQL over HTTP. Order of the checks: method, token,
 * client, media types, body; the rest is the operation's.
 */
@Singleton
public class PointDEntree {
    /** After Quarkus's handlers of authentication (-200) and authorisation (-100), before SmallRye's route. */
    static final int RANG = -50;

    private static final int CORPS_TROP_GRAND = 413;
    private static final String DEMANDE = Demande.CLE;
    private static final String TYPE = TypeDeReponse.class.getName();

    private final Identification identification;
    private final Execution execution;
    private final long corps;

    PointDEntree(
            Identification identification,
            Execution execution,
            @ConfigProperty(name = "bal.passerelle.corps", defaultValue = "256K") MemorySize corps) {
        this.identification = identification;
        this.execution = execution;
        this.corps = corps.asLongValue();
    }

    void installe(@Observes Router routeur) {
        var chemin = "/graphql";
        routeur.route(chemin).order(RANG).handler(this::methode).failureHandler(this::echoue);
        routeur.route(chemin).order(RANG).handler(this::identifie).failureHandler(this::echoue);
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

    private void types(RoutingContext echange) {
        var type = negocie(echange);
        if (type.isEmpty()) {
            throw refus(CodeErreur.TYPE_NON_OFFERT);
        }
        if (!TypeDeCorps.estLu(echange.request().headers().getAll(HttpHeaders.CONTENT_TYPE))) {
            throw refus(CodeErreur.TYPE_NON_LU);
        }
        echange.put(TYPE, type.get());
        echange.next();
    }

    private void execute(RoutingContext echange) {
        var octets = echange.body().buffer();
        if (octets != null && octets.length() > corps) {
            echange.fail(CORPS_TROP_GRAND);
            return;
        }
        var type = type(echange);
        execution.execute(
                echange,
                CorpsDeRequete.lis(octets),
                echange.get(DEMANDE),
                reponse -> Sortie.reponse(echange, type, reponse));
    }

    private void echoue(RoutingContext echange) {
        if (echange.statusCode() == CORPS_TROP_GRAND) {
            Sortie.refus(echange, type(echange), Limites.depassee("corps", corps));
            return;
        }
        Sortie.refus(echange, type(echange), echange.failure());
    }

    private static TypeDeReponse type(RoutingContext echange) {
        TypeDeReponse negocie = echange.get(TYPE);
        return negocie == null ? negocie(echange).orElse(TypeDeReponse.JSON) : negocie;
    }

    private static Optional<TypeDeReponse> negocie(RoutingContext echange) {
        var acceptes = echange.request().headers().getAll(HttpHeaders.ACCEPT);
        var seul = acceptes.size() == 1 ? TypeDeReponse.seul(acceptes.get(0)) : Optional.<TypeDeReponse>empty();
        return seul.or(() -> TypeDeReponse.negocie(echange.parsedHeaders().accept()));
    }

    private static OperationRefusee refus(CodeErreur code) {
        return new OperationRefusee(Erreur.de(code));
    }
}
