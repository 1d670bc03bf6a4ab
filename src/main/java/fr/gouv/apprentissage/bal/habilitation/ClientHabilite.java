package fr.gouv.apprentissage.bal.habilitation;

import java.util.Optional;

/**
 * A client that is listed.
 *
 * @param id as the token names it ({@code azp})
 * @param nom for people
 * @param finalite default purpose; empty when it must be declared
 * @param suspension what of its rights is suspended
 */
public record ClientHabilite(String id, String nom, Optional<String> finalite, Suspension suspension) {

    /** A client of whom nothing is suspended. */
    public ClientHabilite(String id, String nom, Optional<String> finalite) {
        this(id, nom, finalite, Suspension.AUCUNE);
    }
}
