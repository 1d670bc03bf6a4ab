package fr.gouv.apprentissage.bal.embarque;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says at the end of the start, to whoever sits before the console, how to ask; once there are contracts to ask for, since an empty answer would
 * tell nobody that it works. Goes to the standard output and not to the log, since tokens have no business in a log.
 */
@ApplicationScoped
class Banniere {

    private static final String REQUETE = "{ contrats(first: 20, filtre: { debutDu: \\\"2020-01-01\\\" }) "
            + "{ nodes { dateDebut alternant { nom courriels } organismeFormation { uai } } "
            + "pageInfo { hasNextPage endCursor } } }";

    private static final Duration ATTENTE_DES_CONTRATS = Duration.ofSeconds(60);
    private static final Duration ENTRE_DEUX_REGARDS = Duration.ofMillis(200);

    private final boolean actif;
    private final boolean muette;
    private final boolean contratsAVenir;
    private final Path dossier;
    private final Clock horloge;
    private final Pool base;

    Banniere(
            @ConfigProperty(name = "bal.embarque.actif", defaultValue = "false") boolean actif,
            @ConfigProperty(name = "bal.embarque.banniere", defaultValue = "true") boolean banniere,
            @ConfigProperty(name = "bal.connecteur.deca.au-demarrage", defaultValue = "false") boolean contratsAVenir,
            @ConfigProperty(name = "bal.embarque.dossier", defaultValue = ".bal") String dossier,
            Clock horloge,
            Pool base) {
        this.actif = actif;
        this.muette = !banniere;
        this.contratsAVenir = contratsAVenir;
        this.dossier = Path.of(dossier);
        this.horloge = horloge;
        this.base = base;
    }

    void affiche(@ObservesAsync HttpServerStart ecoute) throws InterruptedException {
        if (!actif || muette) {
            return;
        }
        if (contratsAVenir) {
            attendsUnContrat();
        }
        var cle = CleDesJetons.dans(new DossierEmbarque(dossier).cleDesJetons());
        System.out.println(texte(ecoute.options().getPort(), new Jetons(cle.privee(), horloge)));
    }

    private void attendsUnContrat() throws InterruptedException {
        long fin = System.nanoTime() + ATTENTE_DES_CONTRATS.toNanos();
        while (System.nanoTime() < fin
                && base.query("select from contrat limit 1").executeAndAwait().rowCount() == 0) {
            Thread.sleep(ENTRE_DEUX_REGARDS.toMillis());
        }
    }

    static String texte(int port, Jetons jetons) {
        var racine = "http://127.0.0.1:" + port;
        var texte = new StringBuilder();
        texte.append("\n*** NON DESTINÉ À LA PRODUCTION : base, clés et jetons embarqués, données fictives ***\n");
        texte.append("GraphiQL : ")
                .append(racine)
                .append("/q/graphql-ui (onglet Headers : {\"Authorization\": \"Bearer <jeton>\"})\n");
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
