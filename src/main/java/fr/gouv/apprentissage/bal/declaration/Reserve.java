package fr.gouv.apprentissage.bal.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Only for callers whose token carries this role (claim {@code groups}). */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD})
public @interface Reserve {
    /** Role, for example {@code administrateur}. */
    String value();
}
