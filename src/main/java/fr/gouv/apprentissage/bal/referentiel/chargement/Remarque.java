package fr.gouv.apprentissage.bal.referentiel.chargement;

/**
 * What the report says of one row.
 *
 * @param ligne of a CSV file the line that the row starts on, of JSON the line that the object starts on; from 1
 * @param raison why it was refused, or what was corrected, in French, without the value
 */
public record Remarque(long ligne, String raison) {}
