package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.rotation.PreuveSignee;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A job that brings every record under a new generation.
 *
 * @param id its number
 * @param generation the new generation
 * @param etat where it stands
 * @param motif why it waits or failed
 * @param apres last record of the pass that is done
 * @param total records when it began
 * @param faits records of the pass that are done
 * @param illisibles those of them that do not open
 * @param demandeeLe when it was asked for
 * @param commenceeLe when it began
 * @param termineeLe when it ended
 * @param retireeLe when the former generations were retired
 * @param purgeeLe when their rows were gone
 * @param preuve the signed count
 */
record Travail(
        long id,
        int generation,
        EtatExecution etat,
        Optional<String> motif,
        long apres,
        long total,
        long faits,
        long illisibles,
        OffsetDateTime demandeeLe,
        Optional<OffsetDateTime> commenceeLe,
        Optional<OffsetDateTime> termineeLe,
        Optional<OffsetDateTime> retireeLe,
        Optional<OffsetDateTime> purgeeLe,
        Optional<PreuveSignee> preuve) {

    boolean terminee() {
        return etat == EtatExecution.TERMINEE;
    }

    /** Records that lack the new generation, as far as the job knows. */
    long restants() {
        return terminee() ? 0 : Math.max(illisibles, total - faits);
    }

    /** Share of the records that are done, 0 to 1. */
    double progression() {
        if (terminee()) {
            return 1;
        }
        return total == 0 ? 0 : Math.min(1, (double) faits / total);
    }

    RotationDIndex montre() {
        return new RotationDIndex(
                Long.toString(id),
                generation,
                etat,
                progression(),
                (int) Math.min(restants(), Integer.MAX_VALUE),
                preuve.map(PreuveSignee::montree).orElse(null),
                (int) Math.min(illisibles, Integer.MAX_VALUE),
                motif.orElse(null),
                demandeeLe,
                commenceeLe.orElse(null),
                termineeLe.orElse(null),
                retireeLe.orElse(null),
                purgeeLe.orElse(null));
    }
}
