/** What a person has a right to: to know who saw what of them, and why; and what whoever grants must know before: what a right would open. */
package fr.gouv.apprentissage.bal.droits;
