/** What a person has a right to: to know who saw what of them, and why. */
package fr.gouv.apprentissage.bal.droits;
