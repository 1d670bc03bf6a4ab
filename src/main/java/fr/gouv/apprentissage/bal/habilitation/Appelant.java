package fr.gouv.apprentissage.bal.habilitation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and for what.
 *
 * @param client claim {@code azp}, else {@code client_id}
 * @param agent claim {@code sub}, when a person stands behind the client
 * @param finalite purpose declared by {@code X-Finalite}, else the client's default; empty where it has none
 * @param jour the day, Europe/Paris
 * @param roles claim {@code groups}
 * @param perimetre claim {@code perimetre}: rows that the agent may reach; narrows what the habilitations reach, never widens it
 */
public record Appelant(
        String client,
        Optional<String> agent,
        Optional<String> finalite,
        LocalDate jour,
        Set<String> roles,
        Perimetre perimetre) {

    public Appelant {
        roles = Set.copyOf(roles);
    }

    /** One for whom the habilitations reach what they reach. */
    public Appelant(
            String client, Optional<String> agent, Optional<String> finalite, LocalDate jour, Set<String> roles) {
        this(client, agent, finalite, jour, roles, Perimetre.SANS_BORNE);
    }
}
