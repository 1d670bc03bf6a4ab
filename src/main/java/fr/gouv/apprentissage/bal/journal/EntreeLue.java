package fr.gouv.apprentissage.bal.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry as the reader's role reads it, without its subjects.
 *
 * @param personnes how many persons the answer held; empty for entries of the first form, which do not say it
 */
public record EntreeLue(
        UUID id,
        Instant le,
        String client,
        Optional<String> agent,
        Optional<String> finalite,
        List<String> habilitations,
        Optional<String> operation,
        List<String> coordonnees,
        Optional<Integer> personnes) {}
