/** Contracts as DECA files them: the record, where it is stored, its face in GraphQL. */
package fr.gouv.apprentissage.bal.contrat;
