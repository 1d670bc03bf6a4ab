package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import java.util.List;
import java.util.Set;

/**
 * What the rows of a day make of one record.
 *
 * @param enregistrement the record
 * @param nouveau whether it was not known before
 * @param avant its state before
 * @param apres its state after
 * @param changees columns whose value changed
 * @param tracesAvant what it was matched by
 * @param traces what it is matched by, older generations included where its rows had them
 */
record Fusion(
        long enregistrement,
        boolean nouveau,
        EtatDeChamps avant,
        EtatDeChamps apres,
        Set<String> changees,
        List<Trace> tracesAvant,
        List<Trace> traces) {

    /** Whether it must be matched: it is new, or what it is matched by changed. */
    boolean aApparier() {
        var genresAvant = tracesAvant.stream().map(Trace::genre).distinct().count();
        var genres = traces.stream().map(Trace::genre).distinct().count();
        return nouveau
                || genres != genresAvant
                || tracesAvant.stream().anyMatch(trace -> traces.stream().noneMatch(trace::memeIdentite));
    }

    /** Whether what is stored of its matching differs. */
    boolean tracesChangees() {
        var courantes = LigneScellee.courantes(traces);
        return nouveau
                || courantes.size() != tracesAvant.size()
                || courantes.stream().anyMatch(trace -> tracesAvant.stream().noneMatch(trace::memeQue));
    }

    /** Whether the state that is stored differs in a value. */
    boolean modifie() {
        return !nouveau && !changees.isEmpty();
    }

    /** Whether extracts spoke of it on a day that was not known yet. */
    boolean revu() {
        return !avant.jours().equals(apres.jours());
    }
}
