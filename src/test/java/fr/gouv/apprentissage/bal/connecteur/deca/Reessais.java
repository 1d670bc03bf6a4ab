package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.ingestion.Reprise;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.util.function.IntSupplier;

/**
 * Tries again without pauses: what the library adds, which needs a container, is its own business.
 *
 * @param fois tries in all, at least 1
 */
record Reessais(int fois) implements Reprise {

    @Override
    public int avec(IntSupplier action) {
        for (var essai = 1; essai < fois; essai++) {
            try {
                return action.getAsInt();
            } catch (SourceIndisponible indisponible) {
                continue;
            }
        }
        return action.getAsInt();
    }
}
