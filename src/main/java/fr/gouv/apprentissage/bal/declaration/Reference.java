package fr.gouv.apprentissage.bal.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An object of a public nomenclature, found by the codes that stand on the record. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Reference {
    /** Columns of the record that hold the codes, most precise first; for an Organisme its SIRET then its UAI, for a Certification its CFD then its RNCP. */
    String[] colonnes();
}
