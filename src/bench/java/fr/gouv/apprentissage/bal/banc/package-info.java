/** Measures a request's way beside what an engineer would write by hand for the one query, and beside SmallRye as it comes. */
package fr.gouv.apprentissage.bal.banc;
