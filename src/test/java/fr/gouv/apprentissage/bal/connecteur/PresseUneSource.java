package fr.gouv.apprentissage.bal.connecteur;

import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.DebitPartage;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Politique;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A replica that asks every source as fast as it may, for a while. */
final class PresseUneSource {

    private static final int FILS = 2;

    private PresseUneSource() {}

    /** Arguments: port of the database, seconds, then for each source its name, address and rate. */
    public static void main(String... arguments) throws InterruptedException {
        var pool = BasePartagee.pool(Integer.parseInt(arguments[0]));
        pool.query("select 1").executeAndAwait();
        var fin = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        var fils = new ArrayList<Thread>();
        for (var n = 2; n < arguments.length; n += 3) {
            var sortie = sortie(pool, arguments[n], arguments[n + 1], Double.parseDouble(arguments[n + 2]));
            var demande = Demande.lis(URI.create(arguments[n + 1] + "/presse"), Map.of());
            for (var fil = 0; fil < FILS; fil++) {
                fils.add(new Thread(() -> presse(sortie, demande, fin)));
            }
        }
        fils.forEach(Thread::start);
        for (var fil : fils) {
            fil.join();
        }
        // Vert.x leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    private static Sortie sortie(Pool pool, String source, String adresse, double parSeconde) {
        var politique = Politique.pour(List.of(URI.create(adresse)), true, Duration.ofSeconds(20), 1 << 20);
        return new Sortie(() -> politique, new DebitPartage(pool, source, parSeconde), Clock.systemUTC());
    }

    private static void presse(Sortie sortie, Demande demande, long fin) {
        while (System.nanoTime() < fin) {
            try {
                sortie.demande(demande, reponse -> reponse.statut());
            } catch (SourceRefusee | SourceIndisponible refus) {
                // What it answers is not what is measured, and it counts what it refuses.
                Thread.onSpinWait();
            }
        }
    }
}
