package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.nio.file.Path;
import java.time.Clock;

/** Run in a JVM of its own by {@link IndexTuesTest}, which kills it: does the job that is open, or the purge that is due, until it is over. */
final class TourneIndex {

    private static final int LOT = 200;

    private TourneIndex() {}

    /** Arguments: port of the database, file of the key that signs, whether to purge. */
    public static void main(String... arguments) throws InterruptedException {
        var port = Integer.parseInt(arguments[0]);
        var purge = Boolean.parseBoolean(arguments[2]);
        var pool = BasePartagee.pool(port);
        var horloge = Clock.systemUTC();
        try (var banc = new BancDIndex(
                pool, port, ScellementDeTest.enBase(pool, horloge), Path.of(arguments[1]), horloge, LOT)) {
            while (purge ? !banc.purgee() : !banc.etat().equals("TERMINEE")) {
                banc.vaAuBout();
                banc.purge();
                Thread.sleep(20);
            }
        }
        // Vert.x leaves threads behind.
        Runtime.getRuntime().halt(0);
    }
}
