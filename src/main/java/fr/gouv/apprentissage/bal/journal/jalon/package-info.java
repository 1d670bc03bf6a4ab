/** Checkpoints: the heads of all chains, closed together, signed, and handed to a witness outside, so that nobody can write another past. */
package fr.gouv.apprentissage.bal.journal.jalon;
