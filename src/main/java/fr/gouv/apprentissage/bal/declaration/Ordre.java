package fr.gouv.apprentissage.bal.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a value of an order: the coordinate on which the caller needs TRIER to use it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Ordre {
    /** A coordinate, for example {@code Contrat.dateDebut}. */
    String par();
}
