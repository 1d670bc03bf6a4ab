/** The served schema: derived from records and annotations at start, then put in the place of the one that SmallRye builds. */
package fr.gouv.apprentissage.bal.passerelle.schema;
