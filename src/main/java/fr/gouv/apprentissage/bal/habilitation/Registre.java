package fr.gouv.apprentissage.bal.habilitation;

import java.util.List;
import java.util.Map;

/**
 * All clients and habilitations, as they stood at one revision.
 *
 * @param revision moves with every change
 * @param clients by id
 * @param octrois in the order of their ids
 */
public record Registre(long revision, Map<String, ClientHabilite> clients, List<Octroi> octrois) {

    public Registre {
        clients = Map.copyOf(clients);
        octrois = List.copyOf(octrois);
    }
}
