package fr.gouv.apprentissage.bal.declaration;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column of a record's table that holds what a source states.
 *
 * @param nom name of the column
 * @param typeSql its type in PostgreSQL; {@code bytea} when sealed
 * @param coordonnee field that it belongs to; several code columns may belong to one reference
 * @param champ declaration of the stored field, empty for a reference's code
 */
public record Colonne(String nom, String typeSql, Coordonnee coordonnee, Optional<ChampDeclare> champ) {

    /** Whether it holds sealed values. */
    public boolean scellee() {
        return champ.map(ChampDeclare::personnel).orElse(false);
    }

    /** The columns of a record, those of the objects that stand in it included, in their declared order. */
    public static List<Colonne> de(Class<?> type) {
        var colonnes = new ArrayList<Colonne>();
        var champs = Declarations.champs(type);
        var composants = type.getRecordComponents();
        for (var rang = 0; rang < composants.length; rang++) {
            colonnes.addAll(colonnes(champs.get(rang), composants[rang]));
        }
        return List.copyOf(colonnes);
    }

    private static List<Colonne> colonnes(ChampDeclare champ, RecordComponent composant) {
        if (composant.isAnnotationPresent(Inclus.class)) {
            return de(composant.getType());
        }
        var reference = composant.getAnnotation(Reference.class);
        if (reference != null) {
            return Arrays.stream(reference.colonnes())
                    .map(nom -> new Colonne(nom, "text", champ.coordonnee(), Optional.empty()))
                    .toList();
        }
        return champ.stocke()
                ? List.of(new Colonne(champ.colonne(), typeSql(champ), champ.coordonnee(), Optional.of(champ)))
                : List.of();
    }

    private static String typeSql(ChampDeclare champ) {
        return champ.personnel() ? "bytea" : typeSql(champ.type());
    }

    private static String typeSql(Type type) {
        if (type == Integer.class) {
            return "int";
        }
        return type == LocalDate.class ? "date" : "text";
    }
}
