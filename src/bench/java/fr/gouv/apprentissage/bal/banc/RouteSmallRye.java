package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.passerelle.entree.Branchement;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLExecutionHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.bootstrap.Bootstrap;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.event.EventEmitter;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.spi.EventingService;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code POST /banc/smallrye}: SmallRye as it comes, beside ours in the same process. Quarkus's own handler, SmallRye's own engine and fetchers, over
 * the schema that SmallRye makes of {@link ContratsDeSmallRye}; no depth or complexity instrumentation, which is its default. What swaps our
 * schema and strategies in is unplugged while this second engine is built: SmallRye offers no place to say so, hence the reflection.
 */
@Singleton
final class RouteSmallRye {

    static final String CHEMIN = "/banc/smallrye";
    static final String APPELANT = "banc.appelant";

    private final Porte porte;
    private final Schema modele;
    private final CurrentIdentityAssociation identites;
    private final CurrentVertxRequest requetes;

    RouteSmallRye(Porte porte, Schema modele, CurrentIdentityAssociation identites, CurrentVertxRequest requetes) {
        this.porte = porte;
        this.modele = modele;
        this.identites = identites;
        this.requetes = requetes;
    }

    private static final class Origine extends SmallRyeGraphQLExecutionHandler {
        private final ExecutionService moteur;

        private Origine(ExecutionService moteur, CurrentIdentityAssociation identites, CurrentVertxRequest requetes) {
            super(false, false, false, identites, requetes);
            this.moteur = moteur;
        }

        @Override
        protected ExecutionService getExecutionService() {
            return moteur;
        }
    }

    void installe(@Observes Router routeur) throws ReflectiveOperationException {
        routeur.post(CHEMIN).handler(this::identifie);
        routeur.post(CHEMIN).handler(BodyHandler.create(false));
        routeur.post(CHEMIN).handler(new Origine(dOrigine(), identites, requetes));
    }

    private void identifie(RoutingContext echange) {
        echange.request().pause();
        porte.appelant(echange)
                .subscribe()
                .with(
                        appelant -> {
                            echange.put(APPELANT, appelant);
                            echange.request().resume();
                            echange.next();
                        },
                        echange::fail);
    }

    private ExecutionService dOrigine() throws ReflectiveOperationException {
        var services = EventEmitter.class.getDeclaredField("enabledServices");
        services.setAccessible(true);
        var tous = (List<?>) services.get(EventEmitter.getInstance());
        services.set(
                EventEmitter.getInstance(),
                tous.stream()
                        .map(EventingService.class::cast)
                        .filter(service -> !(service instanceof Branchement))
                        .toList());
        try {
            var moteur = new ExecutionService(Bootstrap.bootstrap(modele), modele);
            // built now, and not with the first request
            var graphql = ExecutionService.class.getDeclaredMethod("getGraphQL");
            graphql.setAccessible(true);
            graphql.invoke(moteur);
            return moteur;
        } finally {
            services.set(EventEmitter.getInstance(), tous);
        }
    }
}
