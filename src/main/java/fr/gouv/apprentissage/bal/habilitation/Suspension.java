package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.Set;

/**
 * What of a client's rights is suspended until it is resumed. Suspended rights are as if they were not there.
 *
 * @param totale all of it
 * @param coordonnees the coordinates of the suspended classes
 */
public record Suspension(boolean totale, Set<Coordonnee> coordonnees) {

    /** Nothing is. */
    public static final Suspension AUCUNE = new Suspension(false, Set.of());

    public Suspension {
        coordonnees = Set.copyOf(coordonnees);
    }
}
