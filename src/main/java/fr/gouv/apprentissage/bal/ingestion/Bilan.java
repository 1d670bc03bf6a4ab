package fr.gouv.apprentissage.bal.ingestion;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of a day or a run.
 *
 * @param lus rows as the source sent them
 * @param crees records
 * @param modifies records
 * @param inchanges records
 * @param rejetes rows put into quarantine
 * @param signalements doubts by reason
 */
public record Bilan(long lus, long crees, long modifies, long inchanges, long rejetes, Map<String, Long> signalements) {

    /** Nothing yet. */
    public static final Bilan VIDE = new Bilan(0, 0, 0, 0, 0, Map.of());

    public Bilan {
        signalements = Map.copyOf(signalements);
    }

    /** Both together. */
    public Bilan plus(Bilan autre) {
        var tous = new TreeMap<>(signalements);
        autre.signalements.forEach((motif, nombre) -> tous.merge(motif, nombre, Long::sum));
        return new Bilan(
                lus + autre.lus,
                crees + autre.crees,
                modifies + autre.modifies,
                inchanges + autre.inchanges,
                rejetes + autre.rejetes,
                tous);
    }
}
