package fr.gouv.apprentissage.bal.embarque;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.TreeSet;

/** A route of the tests that only a valid token reaches: it answers the roles that the application saw in it. */
@ApplicationScoped
class RouteDEssai {

    static final String CHEMIN = "/essai-jeton";

    void declare(@Observes Router routes) {
        routes.get(CHEMIN).handler(requete -> {
            var identite = ((QuarkusHttpUser) requete.user()).getSecurityIdentity();
            requete.response().end(String.join(",", new TreeSet<>(identite.getRoles())));
        });
    }
}
