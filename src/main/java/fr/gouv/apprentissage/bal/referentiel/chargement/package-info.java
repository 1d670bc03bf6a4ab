/**
 * How the nomenclatures come in: files by path or URL are read as streams, checked row by row, put together and written in one
 * transaction, so that readers see the old state or the new one. What is wrong with a row stands in the report and stops nothing.
 */
package fr.gouv.apprentissage.bal.referentiel.chargement;
