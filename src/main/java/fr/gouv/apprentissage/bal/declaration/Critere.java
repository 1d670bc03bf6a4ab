package fr.gouv.apprentissage.bal.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a criterion of a filter bounds the rows of its record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Critere {

    /** How the value is compared. */
    Comparaison comparaison();

    /** Column of the record; empty where the comparison needs none. */
    String colonne() default "";

    /** Whether few rows bear one value, so that a page had better start from the values than from its order. */
    boolean selectif() default false;

    /** Comparisons. */
    enum Comparaison {
        /** The column is one of the values. */
        PARMI,
        /** The column is at or after the value. */
        DES,
        /** The column is at or before the value. */
        JUSQU_A,
        /** The column has a value, or has none. */
        RENSEIGNE,
        /** The record is one of these. */
        IDS,
        /** The record's person matches. */
        PERSONNE
    }
}
