package fr.gouv.apprentissage.bal.oracle;

import java.time.LocalDate;

/**
 * One coordinate that a later day changed; of a reference over two columns the codes stand with a blank between them.
 *
 * @param jour day of the source that brought it
 * @param avant canonical text, empty for none
 * @param apres canonical text, empty for none
 */
public record ChangementAttendu(LocalDate jour, String coordonnee, String avant, String apres) {}
