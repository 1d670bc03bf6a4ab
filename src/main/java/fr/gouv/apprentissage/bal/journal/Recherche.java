package fr.gouv.apprentissage.bal.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries; all that is given must hold.
 *
 * @param sujets one of these records; an empty list: none
 * @param champ coordinate that was disclosed
 * @param client who asked
 * @param du not before
 * @param au not after
 */
public record Recherche(
        Optional<List<UUID>> sujets,
        Optional<String> champ,
        Optional<String> client,
        Optional<Instant> du,
        Optional<Instant> au) {

    /**
     * Where an entry stands in the order, newest first.
     *
     * @param le its moment
     * @param id breaks ties
     */
    public record Position(Instant le, UUID id) {}
}
