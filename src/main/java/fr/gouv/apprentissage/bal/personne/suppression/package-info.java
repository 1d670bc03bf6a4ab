/** Marks of suppression: who was erased is recognised when a source brings them again, until the mark ends, and is not let in. */
package fr.gouv.apprentissage.bal.personne.suppression;
