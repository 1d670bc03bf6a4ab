package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import java.util.List;
import java.util.Map;

/**
 * A row sealed under its record, as it waits in staging.
 *
 * @param cellules values by column; an absent one is not there
 * @param traces what the row is matched by, for each rule under every generation, the current one first
 */
public record LigneScellee(Map<String, Cellule> cellules, List<Trace> traces) {

    public LigneScellee {
        cellules = Map.copyOf(cellules);
        traces = List.copyOf(traces);
    }
}
