/** Unusual reading: a client that suddenly sees many more persons than on its other days, or searches a lot without finding. */
package fr.gouv.apprentissage.bal.journal.alerte;
