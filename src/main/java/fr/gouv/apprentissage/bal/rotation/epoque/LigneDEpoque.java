package fr.gouv.apprentissage.bal.rotation.epoque;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An epoch as the table holds it.
 *
 * @param numero from 1
 * @param ouverteLe from when new secrets go under it
 * @param age seconds since then, by the clock of the database; negative before
 * @param videeLe when its partition was dropped
 * @param detruiteLe when it was taken from service
 * @param ageDeDestruction seconds since then; 0 where it was not
 * @param effaceeLe when it went at the holder
 */
record LigneDEpoque(
        int numero,
        OffsetDateTime ouverteLe,
        double age,
        Optional<OffsetDateTime> videeLe,
        Optional<OffsetDateTime> detruiteLe,
        double ageDeDestruction,
        Optional<OffsetDateTime> effaceeLe) {

    boolean ouverte() {
        return age >= 0;
    }

    /** @param courante number of the newest open epoch */
    EtatEpoque etat(int courante) {
        if (!ouverte()) {
            return EtatEpoque.ANNONCEE;
        }
        if (effaceeLe.isPresent()) {
            return EtatEpoque.DETRUITE;
        }
        if (detruiteLe.isPresent()) {
            return EtatEpoque.EN_DESTRUCTION;
        }
        if (numero == courante) {
            return EtatEpoque.COURANTE;
        }
        return videeLe.isPresent() ? EtatEpoque.GARDEE : EtatEpoque.EN_VERSEMENT;
    }
}
