package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Marque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row sealed under its record, as it waits in staging.
 *
 * @param cellules values by column; an absent one is not there
 * @param traces what the row is matched by, for each rule under every generation, the current one first
 * @param marques by which it is held against marks of suppression once more when it is merged
 */
public record LigneScellee(Map<String, Cellule> cellules, List<Trace> traces, List<Marque> marques) {

    public LigneScellee {
        cellules = Map.copyOf(cellules);
        traces = List.copyOf(traces);
        marques = List.copyOf(marques);
    }

    /** The same without what stands under other generations of the blind indexes: they are retired. */
    LigneScellee sous(Set<Integer> generations) {
        if (traces.stream().allMatch(trace -> generations.contains(trace.generation()))
                && cellules.values().stream().allMatch(cellule -> toutesParmi(generations, cellule))) {
            return this;
        }
        var gardees = new HashMap<>(cellules);
        gardees.replaceAll((colonne, cellule) -> sous(generations, cellule));
        return new LigneScellee(
                gardees,
                traces.stream()
                        .filter(trace -> generations.contains(trace.generation()))
                        .toList(),
                marques);
    }

    private static boolean toutesParmi(Set<Integer> generations, Cellule cellule) {
        for (var une : cellule.index()) {
            if (!generations.contains(une.generation())) {
                return false;
            }
        }
        return true;
    }

    static Cellule sous(Set<Integer> generations, Cellule cellule) {
        return toutesParmi(generations, cellule)
                ? cellule
                : new Cellule(
                        cellule.scelle(),
                        cellule.clair(),
                        cellule.index().stream()
                                .filter(une -> generations.contains(une.generation()))
                                .toList());
    }
}
