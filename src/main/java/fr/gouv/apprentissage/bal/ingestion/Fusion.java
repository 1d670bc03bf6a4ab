package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rows of a day make of one record.
 *
 * @param enregistrement the record
 * @param nouveau whether it was not known before
 * @param avant its state before
 * @param apres its state after
 * @param changees columns whose value changed
 * @param tracesAvant what it was matched by
 * @param traces what it is matched by, under every generation that its rows had
 */
record Fusion(
        long enregistrement,
        boolean nouveau,
        EtatDeChamps avant,
        EtatDeChamps apres,
        Set<String> changees,
        List<Trace> tracesAvant,
        List<Trace> traces) {

    /**
     * Whether it must be matched: it is new, or what it is matched by changed. Hashes of two generations do not compare: a rule says the same
     * when it does under one that both sides have.
     */
    boolean aApparier() {
        return nouveau
                || !genres(traces).equals(genres(tracesAvant))
                || !genres(traces).stream().allMatch(this::inchangee);
    }

    private boolean inchangee(GenreIndex genre) {
        return tracesAvant.stream().filter(trace -> trace.genre() == genre).anyMatch(trace -> traces.stream()
                .anyMatch(trace::memeIdentite));
    }

    private static Set<GenreIndex> genres(List<Trace> traces) {
        return traces.stream().map(Trace::genre).collect(Collectors.toSet());
    }

    /** Whether what is stored of its matching differs. */
    boolean tracesChangees() {
        return nouveau
                || traces.size() != tracesAvant.size()
                || traces.stream().anyMatch(trace -> tracesAvant.stream().noneMatch(trace::memeQue));
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
