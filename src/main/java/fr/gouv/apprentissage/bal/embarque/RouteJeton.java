package fr.gouv.apprentissage.bal.embarque;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code GET /dev/jeton?client=…}: a bearer token for a client, of the embedded default alone. Elsewhere the route is
 * not there at all.
 */
@ApplicationScoped
class RouteJeton {

    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");

    /** A name that another site could have made to point here is not one of these. */
    private static final Set<String> BOUCLES_LOCALES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final boolean actif;
    private final Path dossier;
    private final Clock horloge;

    RouteJeton(
            @ConfigProperty(name = "bal.embarque.actif", defaultValue = "false") boolean actif,
            @ConfigProperty(name = "bal.embarque.dossier", defaultValue = ".bal") String dossier,
            Clock horloge) {
        this.actif = actif;
        this.dossier = Path.of(dossier);
        this.horloge = horloge;
    }

    void declare(@Observes Router routes) {
        if (!actif) {
            return;
        }
        var cle = CleDesJetons.dans(new DossierEmbarque(dossier).cleDesJetons());
        var jetons = new Jetons(cle.privee(), horloge);
        routes.get("/dev/jeton").handler(requete -> repond(requete, jetons));
    }

    private static void repond(RoutingContext requete, Jetons jetons) {
        var autorite = requete.request().authority();
        if (autorite == null || !BOUCLES_LOCALES.contains(autorite.host())) {
            requete.fail(404);
            return;
        }
        var client = requete.queryParams().get("client");
        var agent = requete.queryParams().get("agent");
        if (client == null || !CLIENT.matcher(client).matches()) {
            refuse(requete, "Paramètre « client » absent ou mal formé : /dev/jeton?client=lba");
            return;
        }
        if (agent != null && !AGENT.matcher(agent).matches()) {
            refuse(requete, "Paramètre « agent » mal formé.");
            return;
        }
        texte(requete).end(jetons.pour(client, agent == null ? "" : agent));
    }

    private static void refuse(RoutingContext requete, String message) {
        requete.response().setStatusCode(400);
        texte(requete).end(message);
    }

    private static HttpServerResponse texte(RoutingContext requete) {
        return requete.response()
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Cache-Control", "no-store");
    }
}
