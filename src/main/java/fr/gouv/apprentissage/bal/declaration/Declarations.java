package fr.gouv.apprentissage.bal.declaration;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads declarations off records and extensions, by reflection, once at start. */
public final class Declarations {

    private Declarations() {}

    /** The fields of a record, in their declared order. */
    public static List<ChampDeclare> champs(Class<?> type) {
        var champs = new ArrayList<ChampDeclare>();
        for (var composant : type.getRecordComponents()) {
            champs.add(champ(type.getSimpleName(), composant.getName(), composant.getGenericType(), composant));
        }
        return List.copyOf(champs);
    }

    /** The fields that an extension adds, by name (methods have no stable order). */
    public static List<ChampDeclare> champsAjoutes(Class<?> extension) {
        var type = extension.getAnnotation(Extension.class).value().getSimpleName();
        return Arrays.stream(extension.getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .map(methode -> champ(type, methode.getName(), methode.getGenericReturnType(), methode))
                .toList();
    }

    /**
     * The catalogue of the coordinates that need a right.
     *
     * @param types records whose fields need rights
     * @param extensions what upper rooms add to them
     * @param connexions the types among them that are served as connections
     * @throws IllegalStateException when two fields have one number
     */
    public static Catalogue catalogue(List<Class<?>> types, List<Class<?>> extensions, List<Class<?>> connexions) {
        var champs = new TreeMap<Coordonnee, ChampDeclare>();
        types.forEach(type -> champs(type).forEach(champ -> champs.put(champ.coordonnee(), champ)));
        extensions.forEach(type -> champsAjoutes(type).forEach(champ -> champs.put(champ.coordonnee(), champ)));
        champs.keySet().removeIf(coordonnee -> coordonnee.champ().equals("id"));
        connexions.forEach(type -> {
            var total = new Coordonnee(type.getSimpleName() + "Connection", "totalCount");
            champs.put(total, new ChampDeclare(total, 0, "", Optional.empty(), Integer.class, false));
        });
        var numeros = new TreeMap<Integer, Coordonnee>();
        champs.values().stream().filter(ChampDeclare::stocke).forEach(champ -> {
            var autre = numeros.put(champ.numero(), champ.coordonnee());
            if (autre != null) {
                throw new IllegalStateException(
                        "le numéro " + champ.numero() + " est celui de " + autre + " et de " + champ.coordonnee());
            }
        });
        return new Catalogue(champs);
    }

    /** The type of a value once {@code Sealed} is taken off: personal and other fields then read alike. */
    public static Type sansSceau(Type type) {
        return type instanceof ParameterizedType parametre
                        && parametre.getRawType().getTypeName().endsWith(".Sealed")
                ? parametre.getActualTypeArguments()[0]
                : type;
    }

    private static ChampDeclare champ(String type, String nom, Type javaType, AnnotatedElement element) {
        var champ = Optional.ofNullable(element.getAnnotation(Champ.class));
        var classe = Optional.ofNullable(element.getAnnotation(Personnel.class)).map(Personnel::classe);
        return new ChampDeclare(
                new Coordonnee(type, nom),
                champ.map(Champ::numero).orElse(0),
                champ.map(Champ::colonne).orElse(""),
                classe,
                sansSceau(javaType),
                champ.isPresent());
    }
}
