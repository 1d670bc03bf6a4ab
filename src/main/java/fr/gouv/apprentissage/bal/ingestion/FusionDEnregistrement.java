package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Merges the rows that a day has for one record. Pure. */
final class FusionDEnregistrement {

    private static final String NOM = "nom";
    private static final String SEXE = "sexe";

    private final List<Extrait> extraits;
    private final FusionDeChamps champs;

    FusionDEnregistrement(List<Extrait> extraits, FusionDeChamps champs) {
        this.extraits = List.copyOf(extraits);
        this.champs = champs;
    }

    /**
     * @param avant the state before, empty for a new record
     * @param lignes the last row of each extract, by rank
     */
    Fusion fusionne(
            long id,
            Optional<EtatDeChamps> avant,
            List<Trace> tracesAvant,
            LocalDate jour,
            Map<Integer, LigneScellee> lignes) {
        var depart = avant.orElse(EtatDeChamps.INCONNU);
        var acceptees = new TreeMap<>(lignes);
        acceptees.keySet().removeIf(rang -> !champs.accepte(depart, rang, jour));
        var etat = depart;
        for (var ligne : acceptees.entrySet()) {
            etat = champs.applique(etat, ligne.getKey(), jour, ligne.getValue().cellules());
        }
        var changees = new HashSet<String>();
        for (var colonne : champs.colonnes()) {
            if (depart.cellule(colonne) != etat.cellule(colonne)) {
                changees.add(colonne);
            }
        }
        return new Fusion(
                id, avant.isEmpty(), depart, etat, changees, tracesAvant, traces(tracesAvant, etat, acceptees));
    }

    /**
     * Names come from one row, since none of them is ever empty: the newest, then that of the highest rank. Digests of sexe and
     * département come from the newest row that carries them, where it states the same identity; else they are not known under it.
     */
    private List<Trace> traces(
            List<Trace> tracesAvant, EtatDeChamps etat, NavigableMap<Integer, LigneScellee> acceptees) {
        var nommante = acceptees.get(nommant(etat));
        var identites = nommante == null ? tracesAvant : nommante.traces();
        var porteuse = acceptees.descendingMap().entrySet().stream()
                .filter(ligne -> extraits.get(ligne.getKey()).porte(SEXE))
                .map(ligne -> ligne.getValue().traces())
                .findFirst()
                .orElse(tracesAvant);
        return identites.stream().map(trace -> complete(trace, porteuse)).toList();
    }

    private static Trace complete(Trace trace, List<Trace> porteuse) {
        return porteuse.stream()
                .filter(trace::memeIdentite)
                .findFirst()
                .map(autre -> trace.avec(autre.sexe(), autre.departement()))
                .orElseGet(() -> trace.avec(null, null));
    }

    private int nommant(EtatDeChamps etat) {
        var jours = etat.jours();
        return IntStream.range(0, extraits.size())
                .filter(rang -> extraits.get(rang).porte(NOM) && jours.containsKey(rang))
                .reduce((un, autre) -> jours.get(autre).isBefore(jours.get(un)) ? un : autre)
                .orElse(-1);
    }
}
