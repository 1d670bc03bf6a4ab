package fr.gouv.apprentissage.bal.embarque;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says at the end of the start, to whoever sits before the console, how to ask. Goes to the standard output and not to
 * the log, since tokens have no business in a log.
 */
@ApplicationScoped
class Banniere {

    private static final String REQUETE = "{ contrats(first: 20, filtre: { debutDu: \\\"2020-01-01\\\" }) "
            + "{ nodes { dateDebut alternant { nom courriels } organismeFormation { uai } } "
            + "pageInfo { hasNextPage endCursor } } }";

    private final boolean actif;
    private final boolean muette;
    private final Path dossier;
    private final Clock horloge;

    Banniere(
            @ConfigProperty(name = "bal.embarque.actif", defaultValue = "false") boolean actif,
            @ConfigProperty(name = "bal.embarque.banniere", defaultValue = "true") boolean banniere,
            @ConfigProperty(name = "bal.embarque.dossier", defaultValue = ".bal") String dossier,
            Clock horloge) {
        this.actif = actif;
        this.muette = !banniere;
        this.dossier = Path.of(dossier);
        this.horloge = horloge;
    }

    void affiche(@ObservesAsync HttpServerStart ecoute) {
        if (!actif || muette) {
            return;
        }
        var cle = CleDesJetons.dans(new DossierEmbarque(dossier).cleDesJetons());
        System.out.println(texte(ecoute.options().getPort(), new Jetons(cle.privee(), horloge)));
    }

    static String texte(int port, Jetons jetons) {
        var racine = "http://127.0.0.1:" + port;
        var texte = new StringBuilder();
        texte.append("\n*** NON DESTINÉ À LA PRODUCTION : base, clés et jetons embarqués, données fictives ***\n");
        texte.append("GraphiQL : ").append(racine).append("/q/graphql-ui (en-tête : Authorization: Bearer <jeton>)\n");
        texte.append("Une requête :\n");
        texte.append("curl -s ")
                .append(racine)
                .append("/graphql -H \"Authorization: Bearer $(curl -s '")
                .append(racine)
                .append("/dev/jeton?client=lba')\" -H 'Content-Type: application/json' -d '{\"query\": \"")
                .append(REQUETE)
                .append("\"}'\n");
        texte.append("Jetons (").append(Jetons.VALIDITE.toHours()).append(" h) :\n");
        for (var client : Jetons.CLIENTS_DE_DEMONSTRATION) {
            texte.append("  ")
                    .append(client)
                    .append(" : ")
                    .append(jetons.pour(client))
                    .append('\n');
        }
        return texte.toString();
    }
}
