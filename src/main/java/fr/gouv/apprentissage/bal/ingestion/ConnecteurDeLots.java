package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What completes records that stand from a source that is asked about each: lot by lot, each written as soon as it was asked about. */
public interface ConnecteurDeLots extends ConnecteurPlanifie {

    /** Whether anything is to be completed. */
    boolean aFaire();

    /** What is gone through: names that stay the same, so that a run goes on where it stopped. */
    List<String> parts();

    /**
     * Asks about the next records of a part.
     *
     * @param apres place of the lot before; empty: from the beginning
     * @return empty at the end of the part; where the source did not answer, the lot says so
     */
    Optional<Lot> lot(String part, String apres);

    /** Where answers did not look as the contracts of the sources say, since this was asked last: of answers that gave no lot too. */
    Derives derives();

    /**
     * What was asked about.
     *
     * @param place where the next one begins
     * @param lus how many were asked about
     * @param signalements doubts, by reason
     * @param derives where answers did not look as the contract of the source says
     * @param empechement why the same is to be asked again later; what it brings is written only where that helps no more
     * @param ecriture writes what was found, in the caller's transaction; gives how many records changed
     */
    record Lot(
            String place,
            long lus,
            Map<String, Long> signalements,
            Derives derives,
            Optional<RuntimeException> empechement,
            ToLongFunction<SqlConnection> ecriture) {

        public Lot {
            signalements = Map.copyOf(signalements);
        }
    }
}
