package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import java.nio.file.Path;
import java.time.Duration;

/** Run in a JVM of its own by {@link EpoqueTueeTest}, which kills it: does what is due of the epochs until the first is destroyed. */
final class TourneEpoque {

    private static final ConfigDEpoques SANS_EPOQUE_GARDEE = new ConfigDEpoques(Duration.ofDays(30), 0, 200, 0);
    private static final Delais SANS_ATTENTE = new Delais(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private TourneEpoque() {}

    /** Arguments: port of the server, name of the database, file of the master keys. */
    public static void main(String... arguments) throws InterruptedException {
        var base = new BaseDEpoques(Integer.parseInt(arguments[0]), arguments[1]);
        var processus = ProcessusDEpoques.surFichier(base.pool(), Path.of(arguments[2]));
        var tour = new TourDEpoque(
                base.pool(),
                processus.epoques(),
                processus.scellement(),
                SANS_EPOQUE_GARDEE,
                SANS_ATTENTE,
                () -> true,
                nombre -> {});
        while (base.etats().get(1) != EtatEpoque.DETRUITE) {
            try {
                tour.passe();
            } catch (RuntimeException panne) {
                // As the process that serves does: the next time.
                System.out.println(panne);
            }
            Thread.sleep(20);
        }
        // Vert.x leaves threads behind.
        Runtime.getRuntime().halt(0);
    }
}
