package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.toMap;

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
    // Columns of each extract, and ranks of the extracts that carry each column.
    private final List<List<String>> parRang;
    private final Map<String, int[]> porteurs;
    private final Scellement scellement;

    /** @param extraits in the order of their ranks */
    FusionDeChamps(List<Extrait> extraits, Scellement scellement) {
        this.extraits = List.copyOf(extraits);
        this.colonnes = extraits.stream()
                .flatMap(extrait -> extrait.colonnes().stream())
                .distinct()
                .sorted()
                .toList();
        this.parRang = this.extraits.stream()
                .map(extrait -> extrait.colonnes().stream().sorted().toList())
                .toList();
        this.porteurs = this.colonnes.stream()
                .collect(toMap(colonne -> colonne, colonne -> IntStream.range(0, this.extraits.size())
                        .filter(rang -> this.extraits.get(rang).porte(colonne))
                        .toArray()));
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
        for (var colonne : parRang.get(rang)) {
            var porteurs = this.porteurs.get(colonne);
            if (jour.isBefore(jourQuiVaut(porteurs, jours))) {
                continue;
            }
            var actuelle = avant.cellule(colonne);
            var dite = ligne.getOrDefault(colonne, Cellule.VIDE);
            if (seul(porteurs, rang, jour, jours)) {
                // Nobody else spoke on that day: nothing beats it, nothing is beaten.
                place(cellules, colonne, retenue(actuelle, dite));
                ecartes.remove(colonne);
                continue;
            }
            var candidats = new HashMap<Integer, Cellule>();
            for (var porteur : porteurs) {
                if (jour.equals(jours.get(porteur))) {
                    candidats.put(porteur, porteur == rang ? dite : dite(avant, colonne, porteur));
                }
            }
            var retenue = retenue(actuelle, premiere(candidats));
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

    private static boolean seul(int[] porteurs, int rang, LocalDate jour, Map<Integer, LocalDate> jours) {
        for (var porteur : porteurs) {
            if (porteur != rang && jour.equals(jours.get(porteur))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The state after several rows, with the cells of the state before wherever both hold one value, kept or beaten: what one row of a day
     * changed and another changed back is no change, nor is a row that is read again.
     */
    EtatDeChamps gardant(EtatDeChamps avant, EtatDeChamps apres) {
        var cellules = new HashMap<>(apres.cellules());
        cellules.replaceAll((colonne, cellule) -> gardant(avant.cellule(colonne), cellule));
        if (apres.ecartes().isEmpty()) {
            return new EtatDeChamps(apres.jours(), cellules, Map.of());
        }
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
                .filter(rang -> etat.jours().get(rang).equals(jourQuiVaut(porteurs.get(colonne), etat.jours())))
                .anyMatch(rang -> !dite(etat, colonne, rang).vide());
    }

    /** What says the same keeps its bytes: nothing changed. */
    private Cellule retenue(Cellule actuelle, Cellule dite) {
        return dite.memeQue(actuelle, scellement) ? actuelle : dite;
    }

    /** A value beats an empty one, then the higher rank the lower. */
    private static Cellule premiere(Map<Integer, Cellule> candidats) {
        var premiere = -1;
        for (var candidat : candidats.entrySet()) {
            if (!candidat.getValue().vide() && candidat.getKey() > premiere) {
                premiere = candidat.getKey();
            }
        }
        return candidats.getOrDefault(premiere, Cellule.VIDE);
    }

    private static Cellule dite(EtatDeChamps avant, String colonne, int rang) {
        return avant.ecartes().getOrDefault(colonne, Map.of()).getOrDefault(rang, avant.cellule(colonne));
    }

    private static LocalDate jourQuiVaut(int[] porteurs, Map<Integer, LocalDate> jours) {
        LocalDate dernier = null;
        for (var porteur : porteurs) {
            var sien = jours.get(porteur);
            if (sien != null && (dernier == null || sien.isAfter(dernier))) {
                dernier = sien;
            }
        }
        return dernier;
    }

    private static void place(Map<String, Cellule> cellules, String colonne, Cellule cellule) {
        if (cellule.vide()) {
            cellules.remove(colonne);
        } else {
            cellules.put(colonne, cellule);
        }
    }
}
