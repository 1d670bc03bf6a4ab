/**
 * What clients really ask for, and which rights serve: so that one knows before granting what a change opens or breaks, and which rights nobody uses.
 * Holds documents without literals and names, and coordinates; never a value.
 */
package fr.gouv.apprentissage.bal.habilitation.observation;
