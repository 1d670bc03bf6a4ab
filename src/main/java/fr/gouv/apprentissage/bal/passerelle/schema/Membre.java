package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.Set;

/**
 * A field, a criterion or an enum value of the schema.
 *
 * @param coordonnee its name
 * @param type name of its type, lists and non-null taken off; empty for an enum value
 * @param exige types without which it cannot be used: its own, and those of the arguments that must be given
 * @param offre types of its other arguments
 * @param obligatoire an input object cannot be given without it
 */
record Membre(Coordonnee coordonnee, String type, Set<String> exige, Set<String> offre, boolean obligatoire) {
    Membre {
        exige = Set.copyOf(exige);
        offre = Set.copyOf(offre);
    }
}
