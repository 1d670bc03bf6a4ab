/**
 * Proof that reading is right: a naive reading of what rights mean, over plain values in memory, compared answer by answer with the plan and
 * its execution on a real PostgreSQL. It shares no code with either, nor with the decision, the perimeters or the masks.
 */
package fr.gouv.apprentissage.bal.passerelle.oracle;
