package fr.gouv.apprentissage.bal.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A stored field. Its number is part of what its sealed values are bound to: unique over all types, and never used again. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Champ {
    /** Field number, 1 to 65535. */
    int numero();

    /** Column that holds it, in the table of its record. */
    String colonne();
}
