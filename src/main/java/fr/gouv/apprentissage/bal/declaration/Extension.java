package fr.gouv.apprentissage.bal.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields that an upper room adds to a type of a lower one (Personne.contrats), as methods of an interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Extension {
    /** The type that is extended. */
    Class<?> value();
}
