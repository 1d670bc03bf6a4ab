package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.journal.Tete;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A checkpoint: the last entry of each chain that moved since the one before.
 *
 * @param numero 1, 2, 3… without a gap
 * @param le when, to the microsecond
 * @param precedent digest of the checkpoint before; 32 zero bytes for the first
 * @param tetes sorted by the text of the chain's id
 */
public record Jalon(long numero, Instant le, byte[] precedent, List<Tete> tetes) {

    public Jalon {
        tetes = tetes.stream()
                .sorted(Comparator.comparing(tete -> tete.chaine().toString()))
                .toList();
    }
}
