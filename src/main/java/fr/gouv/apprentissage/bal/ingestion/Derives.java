package fr.gouv.apprentissage.bal.ingestion;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where rows did not look as the contract of their source says.
 *
 * @param toutes one for each field and nature, by field
 */
public record Derives(List<Derive> toutes) {

    /** Every row looked as it should. */
    public static final Derives AUCUNE = new Derives(List.of());

    public Derives {
        toutes = List.copyOf(toutes);
    }

    /** These, those of one field and nature together. */
    static Derives de(Collection<Derive> derives) {
        var parChamp = new TreeMap<String, Derive>();
        derives.forEach(une -> parChamp.merge(une.champ() + ' ' + une.nature(), une, Derive::plus));
        return new Derives(List.copyOf(parChamp.values()));
    }

    /** Both together. */
    public Derives plus(Derives autre) {
        return autre.toutes.isEmpty()
                ? this
                : de(Stream.concat(toutes.stream(), autre.toutes.stream()).toList());
    }
}
