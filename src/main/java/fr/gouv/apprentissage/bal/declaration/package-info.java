/**
 * How a field is declared, once: on the component of its record. The schema, the catalogue of coordinates that an habilitation may
 * name, the plan's SQL, the sealing and the documentation are all read from these annotations. Floor 0, beside {@code identifiant},
 * because every room that declares a type needs it and it needs none of them.
 */
package fr.gouv.apprentissage.bal.declaration;
