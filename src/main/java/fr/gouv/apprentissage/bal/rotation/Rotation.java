package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A job that brings the values of a class under a new version of its key.
 *
 * @param id its number
 * @param classe class whose key turns
 * @param version the new version
 * @param etat where it stands
 * @param motif why it waits or failed
 * @param place where it goes on; empty: a pass has ended
 * @param passe number of the pass, from 1
 * @param total values to seal anew, as counted when it began
 * @param faits values that were
 * @param illisibles values that do not open, of the last pass
 * @param demandeeLe when it was asked for
 * @param commenceeLe when it began
 * @param termineeLe when it ended
 * @param retireeLe when an older version was retired on its proof
 * @param preuve the signed count
 */
record Rotation(
        long id,
        Classe classe,
        int version,
        EtatExecution etat,
        Optional<String> motif,
        Optional<Place> place,
        int passe,
        long total,
        long faits,
        long illisibles,
        OffsetDateTime demandeeLe,
        Optional<OffsetDateTime> commenceeLe,
        Optional<OffsetDateTime> termineeLe,
        Optional<OffsetDateTime> retireeLe,
        Optional<PreuveSignee> preuve) {

    /**
     * Where a job goes on.
     *
     * @param lieu name of the place
     * @param position last row of it that is done; empty: none
     */
    record Place(String lieu, Optional<String> position) {}

    /** Values that stand elsewhere than under the new version, as far as the job knows. */
    long restants() {
        return etat == EtatExecution.TERMINEE ? 0 : Math.max(illisibles, total - faits);
    }

    /** Share of the values that are done, 0 to 1. */
    double progression() {
        if (etat == EtatExecution.TERMINEE) {
            return 1;
        }
        return commenceeLe.isEmpty() || total == 0 ? 0 : Math.min(1, (double) faits / total);
    }
}
