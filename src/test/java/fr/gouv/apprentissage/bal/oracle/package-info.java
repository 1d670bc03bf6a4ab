/**
 * What ingestion must have stored, said a second time: naive, slow, in plain memory, and without a line of ingestion's code. It reads
 * DESIGN.md ("What comes in") to the letter; where the letter leaves a choice, the choice is written at the place where it is made.
 */
package fr.gouv.apprentissage.bal.oracle;
