package fr.gouv.apprentissage.bal.declaration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The coordinates that need a right: every field of Personne, Contrat, Employeur, Dossier and Voeu but {@code id}, and the
 * {@code totalCount} of their connections (schema.graphql, head).
 *
 * @param champs the fields by coordinate, in the order of their names
 */
public record Catalogue(SortedMap<Coordonnee, ChampDeclare> champs) {

    public Catalogue {
        champs = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(champs));
    }

    /** The field of this coordinate, empty when the coordinate is unknown or needs no right. */
    public Optional<ChampDeclare> champ(Coordonnee coordonnee) {
        return Optional.ofNullable(champs.get(coordonnee));
    }

    /** The fields of a type, in the order of their names; empty when the type has none that needs a right. */
    public List<ChampDeclare> duType(String type) {
        return champs.values().stream()
                .filter(champ -> champ.coordonnee().type().equals(type))
                .toList();
    }

    /** All fields. */
    public Collection<ChampDeclare> tous() {
        return champs.values();
    }
}
