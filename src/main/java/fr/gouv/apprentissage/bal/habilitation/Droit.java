package fr.gouv.apprentissage.bal.habilitation;

import java.util.Set;

/**
 * What an habilitation grants on one coordinate.
 *
 * @param acces what may be done
 * @param masque what is left of a value that is read
 */
public record Droit(Set<Acces> acces, Masque masque) {

    public Droit {
        acces = Set.copyOf(acces);
    }
}
