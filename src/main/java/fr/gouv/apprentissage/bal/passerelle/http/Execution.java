package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hands a request to SmallRye's engine, with a request context around it as SmallRye's own route has one. */
@Singleton
public class Execution {
    private final ExecutionService moteur;

    Execution(ExecutionService moteur) {
        this.moteur = moteur;
    }

    /** Executes the request on this event loop; the answer comes on any thread. */
    void execute(RoutingContext echange, JsonObject requete, Demande demande, Consumer<ExecutionResponse> sortie) {
        var contexte = Arc.container().requestContext();
        if (!contexte.isActive()) {
            contexte.activate();
        }
        var etat = contexte.getState();
        echange.addEndHandler(fin -> contexte.destroy(etat));
        try {
            moteur.executeAsync(requete, donnees(demande), new Ecrivain(echange, sortie));
        } finally {
            quitte(contexte);
        }
    }

    private static Map<String, Object> donnees(Demande demande) {
        var donnees = new HashMap<String, Object>();
        donnees.put(Demande.CLE, demande);
        donnees.put("httpHeaders", Map.<String, List<String>>of());
        return donnees;
    }

    private static void quitte(ManagedContext contexte) {
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        contexte.deactivate();
    }

    private record Ecrivain(RoutingContext echange, Consumer<ExecutionResponse> suite)
            implements ExecutionResponseWriter {
        @Override
        public void write(ExecutionResponse reponse) {
            suite.accept(reponse);
        }

        @Override
        public void fail(Throwable echec) {
            echange.fail(echec);
        }
    }
}
