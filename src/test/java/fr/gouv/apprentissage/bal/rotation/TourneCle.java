package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.nio.file.Path;
import java.time.Clock;

/** Run in a JVM of its own by {@link RotationTueeTest}, which kills it: does the job that is open until it is over. */
final class TourneCle {

    private TourneCle() {}

    /** Arguments: port of the database, file of the key that signs. */
    public static void main(String... arguments) throws InterruptedException {
        var port = Integer.parseInt(arguments[0]);
        var pool = BasePartagee.pool(port);
        var horloge = Clock.systemUTC();
        try (var banc = new BancDeRotation(
                pool, port, ScellementDeTest.enBase(pool, horloge), Path.of(arguments[1]), horloge)) {
            System.out.println("prêt");
            while (!banc.etat().equals("TERMINEE")) {
                banc.vaAuBout();
                Thread.sleep(20);
            }
        }
        // Vert.x leaves threads behind.
        Runtime.getRuntime().halt(0);
    }
}
