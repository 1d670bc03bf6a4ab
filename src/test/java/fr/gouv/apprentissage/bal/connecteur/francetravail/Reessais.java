package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.Reprise;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Tries again without pauses, and knows which ones the source asked for. */
final class Reessais implements Reprise {

    private final int fois;
    private final List<Duration> attentes = new ArrayList<>();

    /** @param fois tries in all, at least 1 */
    Reessais(int fois) {
        this.fois = fois;
    }

    @Override
    public int avec(IntSupplier action) {
        for (var essai = 1; essai < fois; essai++) {
            try {
                return action.getAsInt();
            } catch (SourceIndisponible indisponible) {
                indisponible.attente().ifPresent(attentes::add);
            }
        }
        return action.getAsInt();
    }

    List<Duration> attentes() {
        return attentes;
    }
}
