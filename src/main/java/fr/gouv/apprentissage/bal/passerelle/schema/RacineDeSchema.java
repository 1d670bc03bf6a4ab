package fr.gouv.apprentissage.bal.passerelle.schema;

import java.lang.reflect.Method;

/**
 * A root field.
 *
 * @param type {@code Query} or {@code Mutation}
 * @param methode the method that declares it; its name is the field's
 * @param planifiee whether the plan answers it; else the method does
 */
public record RacineDeSchema(String type, Method methode, boolean planifiee) {
    /** Name of the field. */
    public String nom() {
        return methode.getName();
    }
}
