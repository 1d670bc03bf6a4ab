package fr.gouv.apprentissage.bal.passerelle.plan;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** What the plan asks of the Java types of declarations. */
final class TypesJava {

    private TypesJava() {}

    static boolean liste(Type type) {
        return type instanceof ParameterizedType parametre && parametre.getRawType() == List.class;
    }

    /** The class of a value, or of the elements of a list. */
    static Class<?> element(Type type) {
        return (Class<?>)
                (type instanceof ParameterizedType parametre ? parametre.getActualTypeArguments()[0] : type);
    }
}
