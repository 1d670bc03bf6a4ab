package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field that does not look as the contract of its source says.
 *
 * @param champ its place in a row, a JSON pointer; a name that might be a value stands there as {@code …}
 * @param nature in what
 * @param nombre in how many rows
 * @param formes shapes that were met, 5 at most: {@code texte(12)}, {@code nombre}, {@code objet{3}}; never a value
 */
public record Derive(
        @NonNul String champ, @NonNul NatureDeDerive nature, @NonNul Integer nombre, @NonNul List<String> formes) {

    /** How many shapes are kept. */
    static final int FORMES = 5;

    public Derive {
        formes = formes.stream().distinct().limit(FORMES).toList();
    }

    /** Both of one field and nature together. */
    Derive plus(Derive autre) {
        return new Derive(
                champ,
                nature,
                (int) Math.min(Integer.MAX_VALUE, (long) nombre + autre.nombre),
                Stream.concat(formes.stream(), autre.formes.stream()).toList());
    }
}
