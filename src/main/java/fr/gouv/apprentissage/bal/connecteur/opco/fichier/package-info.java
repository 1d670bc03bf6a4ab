/**
 * Files of contacts that OPCOs hand over (domain.md §1.2), from a folder or an address. Whoever made them made them by hand: encodings, separators
 * and quotes are found out, a row that says nothing is counted by reason, and memory does not grow with the file.
 */
package fr.gouv.apprentissage.bal.connecteur.opco.fichier;
