package fr.gouv.apprentissage.bal.habilitation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and for what.
 *
 * @param client claim {@code azp}, else {@code client_id}
 * @param agent claim {@code sub}, unless the token says that it is the client's own
 * @param finalite purpose declared by {@code X-Finalite}, else the client's default; empty where it has none
 * @param jour the day, Europe/Paris
 * @param roles claim {@code groups}
 * @param perimetre claim {@code perimetre}: rows that the agent may reach; narrows what the habilitations reach, never widens it
 * @param personne whether the token shows that the agent is a human being who logged in; never without an agent
 */
public record Appelant(
        String client,
        Optional<String> agent,
        Optional<String> finalite,
        LocalDate jour,
        Set<String> roles,
        Perimetre perimetre,
        boolean personne) {

    public Appelant {
        roles = Set.copyOf(roles);
        personne = personne && agent.isPresent();
    }

    /** One whose agent, if any, is a person. */
    public Appelant(
            String client,
            Optional<String> agent,
            Optional<String> finalite,
            LocalDate jour,
            Set<String> roles,
            Perimetre perimetre) {
        this(client, agent, finalite, jour, roles, perimetre, true);
    }

    /** One for whom the habilitations reach what they reach. */
    public Appelant(
            String client, Optional<String> agent, Optional<String> finalite, LocalDate jour, Set<String> roles) {
        this(client, agent, finalite, jour, roles, Perimetre.SANS_BORNE);
    }
}
