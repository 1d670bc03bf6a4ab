/** The documents that are registered for a client: by the operator's manifest or by an administrator, kept in PostgreSQL, known to every replica. */
package fr.gouv.apprentissage.bal.passerelle.operation.registre;
