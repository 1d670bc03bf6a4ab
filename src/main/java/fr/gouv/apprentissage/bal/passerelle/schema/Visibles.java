package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What shows of the schema.
 *
 * @param membres fields, criteria and enum values, as {@code Type.member}; a type shows when one of its members does
 * @param scalaires scalars of our own that something visible uses
 */
record Visibles(Set<Coordonnee> membres, Set<String> scalaires) {
    static final Visibles RIEN = new Visibles(Set.of(), Set.of());

    Visibles {
        membres = Set.copyOf(membres);
        scalaires = Set.copyOf(scalaires);
    }

    /** What shows of the one or the other. */
    Visibles ou(Visibles autres) {
        var reunis = new HashSet<>(membres);
        reunis.addAll(autres.membres);
        var tous = new HashSet<>(scalaires);
        tous.addAll(autres.scalaires);
        return new Visibles(reunis, tous);
    }

    Set<String> types() {
        return membres.stream().map(Coordonnee::type).collect(Collectors.toSet());
    }
}
