/** Verification of an export of the journal, offline: against the witness's checkpoints and against receipts. */
package fr.gouv.apprentissage.bal.journal.verification;
