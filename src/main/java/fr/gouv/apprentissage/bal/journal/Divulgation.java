package fr.gouv.apprentissage.bal.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an answer is about to disclose, or a search by a personal criterion that is about to be answered.
 *
 * @param client who asks
 * @param agent person behind the client, from the token
 * @param finalite purpose
 * @param habilitations ids of those that grant what is disclosed, sorted
 * @param empreinteOperation SHA-256 of the document with its literals taken out
 * @param operation name of the operation, only where it is registered
 * @param coordonnees what is disclosed, sorted
 * @param recherches coordinates that a personal criterion searched by, sorted
 * @param sujets random tokens of the records
 * @param revision revision of the habilitations that the answer rests on
 * @param perimetre bounds of the agent behind the client, as a canonical text; empty: none
 * @param personnes how many persons the answer holds, 0 or more; a record whose person was not read counts for one
 */
public record Divulgation(
        String client,
        Optional<String> agent,
        Optional<String> finalite,
        List<String> habilitations,
        byte[] empreinteOperation,
        Optional<String> operation,
        List<String> coordonnees,
        List<String> recherches,
        List<UUID> sujets,
        long revision,
        Optional<String> perimetre,
        int personnes) {

    public Divulgation {
        habilitations = List.copyOf(habilitations);
        coordonnees = List.copyOf(coordonnees);
        recherches = List.copyOf(recherches);
        sujets = List.copyOf(sujets);
    }
}
