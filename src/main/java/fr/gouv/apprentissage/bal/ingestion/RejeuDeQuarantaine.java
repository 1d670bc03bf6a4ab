package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.NonNul;

/**
 * What became of quarantined rows that today's rules read again.
 *
 * @param rejoues rows
 * @param acceptes rows that left quarantine
 * @param rejetes rows that stay there
 */
public record RejeuDeQuarantaine(@NonNul Integer rejoues, @NonNul Integer acceptes, @NonNul Integer rejetes) {

    static final RejeuDeQuarantaine AUCUN = new RejeuDeQuarantaine(0, 0, 0);

    RejeuDeQuarantaine plus(RejeuDeQuarantaine autre) {
        return new RejeuDeQuarantaine(rejoues + autre.rejoues, acceptes + autre.acceptes, rejetes + autre.rejetes);
    }
}
