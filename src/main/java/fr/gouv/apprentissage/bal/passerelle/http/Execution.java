package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.entree.Moteur;
import fr.gouv.apprentissage.bal.passerelle.entree.ReponseJson;
import fr.gouv.apprentissage.bal.passerelle.entree.RequeteLue;
import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.function.Consumer;

/** Hands a request to the engine, with a request context around it: beans that resolvers call may live in one. */
@Singleton
public class Execution {
    private final Moteur moteur;

    Execution(Moteur moteur) {
        this.moteur = moteur;
    }

    /** Executes the request on this event loop; the answer comes on any thread. */
    void execute(RoutingContext echange, JsonObject requete, Demande demande, Consumer<ReponseJson> sortie) {
        var contexte = Arc.container().requestContext();
        if (!contexte.isActive()) {
            contexte.activate();
        }
        var etat = contexte.getState();
        echange.addEndHandler(fin -> contexte.destroy(etat));
        try {
            moteur.execute(lue(requete), demande).thenAccept(sortie).exceptionally(echec -> {
                echange.fail(echec);
                return null;
            });
        } finally {
            contexte.deactivate();
        }
    }

    private static RequeteLue lue(JsonObject requete) {
        return new RequeteLue(
                requete.getString("query"),
                requete.get("operationName") instanceof JsonString nom ? nom.getString() : "",
                requete.get("variables") instanceof JsonObject variables ? Variables.de(variables) : Map.of());
    }
}
