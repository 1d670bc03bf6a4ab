/** Answers what is planned: statements, journal, opening, masks, JSON. Does not know how the request came in. */
package fr.gouv.apprentissage.bal.passerelle.execution;
