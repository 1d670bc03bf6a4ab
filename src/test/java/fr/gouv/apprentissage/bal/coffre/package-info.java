/** A real OpenBao for tests, and what they ask of it. */
package fr.gouv.apprentissage.bal.coffre;
