/** Sealing: what a personal value is from the moment it is read from its source until an habilitation opens it. */
package fr.gouv.apprentissage.bal.scellement;
