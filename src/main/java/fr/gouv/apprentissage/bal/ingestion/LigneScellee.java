package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Marque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row sealed under its record, as it waits in staging.
 *
 * @param cellules values by column; an absent one is not there
 * @param traces what the row is matched by, for each rule the current generation first
 * @param marques by which it is held against marks of suppression once more when it is merged
 */
public record LigneScellee(Map<String, Cellule> cellules, List<Trace> traces, List<Marque> marques) {

    public LigneScellee {
        cellules = Map.copyOf(cellules);
        traces = List.copyOf(traces);
        marques = List.copyOf(marques);
    }

    /** Of these traces, those of the current generation: the first of each rule. */
    public static List<Trace> courantes(List<Trace> traces) {
        var parRegle = new LinkedHashMap<Integer, Trace>();
        traces.forEach(trace -> parRegle.putIfAbsent(trace.genre().numero(), trace));
        return List.copyOf(parRegle.values());
    }
}
