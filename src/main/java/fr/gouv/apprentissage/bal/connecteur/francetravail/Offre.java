package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an offer for the measures of impact: nothing of a person.
 *
 * @param id of the source
 * @param siret of the establishment, where the offer names it
 * @param nature of contract, by the source's code: {@code E2}, {@code FS}
 * @param creation when it was first published
 * @param actualisation when it was last changed
 */
record Offre(
        String id,
        Optional<String> siret,
        Optional<String> nature,
        Optional<Instant> creation,
        Optional<Instant> actualisation) {}
