package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The state of one record, as far as merging needs it. It is a function of the newest row of each extract, whatever the order in which the
 * rows came.
 *
 * @param jours newest day of each extract, by the extract's rank; absent when it never spoke of the record
 * @param cellules values by column; an empty one is not there
 * @param ecartes values that extracts gave on the very day that holds and that were not kept, by column and rank
 */
record EtatDeChamps(
        Map<Integer, LocalDate> jours, Map<String, Cellule> cellules, Map<String, Map<Integer, Cellule>> ecartes) {

    /** A record of which nothing is known. */
    static final EtatDeChamps INCONNU = new EtatDeChamps(Map.of(), Map.of(), Map.of());

    EtatDeChamps {
        jours = Map.copyOf(jours);
        cellules = Map.copyOf(cellules);
        ecartes = Map.copyOf(ecartes);
    }

    Cellule cellule(String colonne) {
        return cellules.getOrDefault(colonne, Cellule.VIDE);
    }

    /** The day that the state is of. */
    Optional<LocalDate> jour() {
        return jours.values().stream().max(LocalDate::compareTo);
    }
}
