package fr.gouv.apprentissage.bal.scellement;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of sealed values: all of one field, or of the field that another column of the row names.
 *
 * @param nom the column
 * @param nomme the column that names the field; empty: there is one field
 * @param champs fields, by that name; by the empty text when there is one
 */
public record ColonneScellee(String nom, Optional<String> nomme, Map<String, ChampScelle<?>> champs) {

    public ColonneScellee {
        champs = Map.copyOf(champs);
    }

    /** A column of one field. */
    public static ColonneScellee de(String nom, ChampScelle<?> champ) {
        return new ColonneScellee(nom, Optional.empty(), Map.of("", champ));
    }

    /** The sealed ones of a record's columns, each of the field that it declares. */
    public static List<ColonneScellee> de(List<Colonne> colonnes) {
        return colonnes.stream()
                .filter(Colonne::scellee)
                .map(colonne ->
                        de(colonne.nom(), ChampsScelles.de(colonne.champ().orElseThrow())))
                .toList();
    }

    /** A column whose field stands in another: {@code par} tells how that one names a declared column. */
    public static ColonneScellee nommee(
            String nom, String nomme, List<Colonne> colonnes, Function<Colonne, String> par) {
        return new ColonneScellee(
                nom,
                Optional.of(nomme),
                colonnes.stream()
                        .filter(Colonne::scellee)
                        .collect(toUnmodifiableMap(
                                par, colonne -> ChampsScelles.de(colonne.champ().orElseThrow()))));
    }

    /** SQL of the name of its field's class; null where no field has that name. */
    String classeSql() {
        if (nomme.isEmpty()) {
            return "'" + champs.get("").classe() + "'::text";
        }
        return champs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entree -> "when '" + entree.getKey() + "' then '"
                        + entree.getValue().classe() + "'")
                .collect(joining(" ", "case t." + nomme.get() + " ", " end"));
    }

    /** SQL of the name of its field. */
    String nommeSql() {
        return nomme.map(colonne -> "t." + colonne).orElse("''");
    }

    /** Whether it may hold a value of the class. */
    boolean peutEtre(Classe classe) {
        return nomme.isPresent() || champs.values().stream().anyMatch(champ -> champ.classe() == classe);
    }
}
