package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rule of DESIGN.md ("What comes in") by which rows become a state: per field the newest day among the extracts that carry it holds,
 * empty values included; between the extracts of one day a value beats an empty one, then the higher rank beats the lower. Pure, and exact
 * in whatever order days are read, since what was beaten on the day that holds is kept.
 */
final class FusionDeChamps {

    private final List<Extrait> extraits;
    private final List<String> colonnes;
    private final Scellement scellement;

    /** @param extraits in the order of their ranks */
    FusionDeChamps(List<Extrait> extraits, Scellement scellement) {
        this.extraits = List.copyOf(extraits);
        this.colonnes = extraits.stream()
                .flatMap(extrait -> extrait.colonnes().stream())
                .distinct()
                .sorted()
                .toList();
        this.scellement = scellement;
    }

    /** Columns that an extract carries. */
    List<String> colonnes() {
        return colonnes;
    }

    /** Whether the row of this day counts: an older one changes nothing. */
    boolean accepte(EtatDeChamps avant, int rang, LocalDate jour) {
        var dernier = avant.jours().get(rang);
        return dernier == null || !jour.isBefore(dernier);
    }

    /** The state after an extract's row of a day. */
    EtatDeChamps applique(EtatDeChamps avant, int rang, LocalDate jour, Map<String, Cellule> ligne) {
        if (!accepte(avant, rang, jour)) {
            return avant;
        }
        var jours = new HashMap<>(avant.jours());
        jours.put(rang, jour);
        var cellules = new HashMap<>(avant.cellules());
        var ecartes = new HashMap<>(avant.ecartes());
        for (var colonne : extraits.get(rang).colonnes()) {
            if (jour.isBefore(jourQuiVaut(colonne, jours))) {
                continue;
            }
            var candidats = new HashMap<Integer, Cellule>();
            tenants(colonne, jour, jours).forEach(tenant -> candidats.put(tenant, dite(avant, colonne, tenant)));
            candidats.put(rang, ligne.getOrDefault(colonne, Cellule.VIDE));
            var retenue = retenue(avant.cellule(colonne), candidats);
            place(cellules, colonne, retenue);
            candidats.values().removeIf(candidat -> candidat.memeQue(retenue, scellement));
            if (candidats.isEmpty()) {
                ecartes.remove(colonne);
            } else {
                ecartes.put(colonne, Map.copyOf(candidats));
            }
        }
        return new EtatDeChamps(jours, cellules, ecartes);
    }

    /**
     * The state after several rows, with the cells of the state before wherever both hold one value, kept or beaten: what one row of a day
     * changed and another changed back is no change, nor is a row that is read again.
     */
    EtatDeChamps gardant(EtatDeChamps avant, EtatDeChamps apres) {
        var cellules = new HashMap<>(apres.cellules());
        cellules.replaceAll((colonne, cellule) -> gardant(avant.cellule(colonne), cellule));
        var ecartes = new HashMap<>(apres.ecartes());
        ecartes.replaceAll((colonne, dites) -> {
            var avants = avant.ecartes().getOrDefault(colonne, Map.of());
            var gardees = new HashMap<>(dites);
            gardees.replaceAll((rang, cellule) -> gardant(avants.getOrDefault(rang, Cellule.VIDE), cellule));
            return Map.copyOf(gardees);
        });
        return new EtatDeChamps(apres.jours(), cellules, ecartes);
    }

    private Cellule gardant(Cellule avant, Cellule apres) {
        return apres.memeQue(avant, scellement) ? avant : apres;
    }

    /** Whether one of these extracts says a value of the column on the day that holds. */
    boolean ditPar(EtatDeChamps etat, String colonne, Set<Integer> rangs) {
        return rangs.stream()
                .filter(rang -> extraits.get(rang).porte(colonne))
                .filter(rang -> etat.jours().get(rang).equals(jourQuiVaut(colonne, etat.jours())))
                .anyMatch(rang -> !dite(etat, colonne, rang).vide());
    }

    private Cellule retenue(Cellule actuelle, Map<Integer, Cellule> candidats) {
        var retenue = candidats.entrySet().stream()
                .filter(entree -> !entree.getValue().vide())
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(Cellule.VIDE);
        // What says the same keeps its bytes: nothing changed.
        return retenue.memeQue(actuelle, scellement) ? actuelle : retenue;
    }

    private static Cellule dite(EtatDeChamps avant, String colonne, int rang) {
        return avant.ecartes().getOrDefault(colonne, Map.of()).getOrDefault(rang, avant.cellule(colonne));
    }

    private LocalDate jourQuiVaut(String colonne, Map<Integer, LocalDate> jours) {
        return jours.entrySet().stream()
                .filter(entree -> extraits.get(entree.getKey()).porte(colonne))
                .map(Map.Entry::getValue)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private List<Integer> tenants(String colonne, LocalDate jour, Map<Integer, LocalDate> jours) {
        return IntStream.range(0, extraits.size())
                .filter(rang -> extraits.get(rang).porte(colonne) && jour.equals(jours.get(rang)))
                .boxed()
                .toList();
    }

    private static void place(Map<String, Cellule> cellules, String colonne, Cellule cellule) {
        if (cellule.vide()) {
            cellules.remove(colonne);
        } else {
            cellules.put(colonne, cellule);
        }
    }
}
