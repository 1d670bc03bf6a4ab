package fr.gouv.apprentissage.bal.declaration;

import java.util.Set;

/**
 * The fields that a caller asks of what a resolver returns: what is not asked for need not be computed. A parameter of this type is filled by
 * the engine, and is no argument of the schema.
 *
 * @param noms names of the fields, one level down, whatever their aliases
 */
public record ChampsDemandes(Set<String> noms) {
    public ChampsDemandes {
        noms = Set.copyOf(noms);
    }

    /** Whether this field is asked for. */
    public boolean contient(String nom) {
        return noms.contains(nom);
    }
}
