package fr.gouv.apprentissage.bal.oracle;

import java.time.LocalDate;

/**
 * One field that a later day changed.
 *
 * @param jour day of the source that brought it
 * @param avant canonical text, empty for none
 * @param apres canonical text, empty for none
 */
public record ChangementAttendu(LocalDate jour, Champ champ, String avant, String apres) {}
