/**
 * Runs plans: reads the rows level by level, has the disclosure written down, opens what the habilitations grant, writes the answer. The one place
 * where sealed values are opened for a client is {@link fr.gouv.apprentissage.bal.passerelle.execution.Ouvreur}.
 */
package fr.gouv.apprentissage.bal.passerelle.execution;
