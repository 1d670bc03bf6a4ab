package fr.gouv.apprentissage.bal.passerelle.plan;

import io.vertx.sqlclient.Row;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How a clear column is read from a row: the value as the schema serves it, null when there is none. */
public sealed interface Forme {

    /** The value of this column. */
    Object lis(Row ligne, int colonne);

    /** The form of a declared Java type. */
    static Forme de(Type type) {
        if (type == Integer.class) {
            return Simple.ENTIER;
        }
        if (type == Boolean.class) {
            return Simple.BOOLEEN;
        }
        if (type == LocalDate.class) {
            return Simple.DATE;
        }
        if (type == OffsetDateTime.class) {
            return Simple.INSTANT;
        }
        if (type instanceof Class<?> classe && classe.isEnum()) {
            return new Enumeration(Arrays.stream(classe.getEnumConstants())
                    .map(constante -> ((Enum<?>) constante).name())
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return Simple.TEXTE;
    }

    /** Forms without a parameter. */
    enum Simple implements Forme {
        TEXTE {
            @Override
            public Object lis(Row ligne, int colonne) {
                return ligne.getString(colonne);
            }
        },
        ENTIER {
            @Override
            public Object lis(Row ligne, int colonne) {
                return ligne.getInteger(colonne);
            }
        },
        BOOLEEN {
            @Override
            public Object lis(Row ligne, int colonne) {
                return ligne.getBoolean(colonne);
            }
        },
        DATE {
            @Override
            public Object lis(Row ligne, int colonne) {
                return ligne.getLocalDate(colonne);
            }
        },
        INSTANT {
            @Override
            public Object lis(Row ligne, int colonne) {
                return ligne.getOffsetDateTime(colonne);
            }
        }
    }

    /**
     * A value of an enumeration: one that the schema does not know is served null.
     *
     * @param noms the names that the schema knows
     */
    record Enumeration(Set<String> noms) implements Forme {
        @Override
        public Object lis(Row ligne, int colonne) {
            var texte = ligne.getString(colonne);
            return texte != null && noms.contains(texte) ? texte : null;
        }
    }
}
