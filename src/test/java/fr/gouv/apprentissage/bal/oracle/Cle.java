package fr.gouv.apprentissage.bal.oracle;

import java.time.LocalDate;

/**
 * What a contract is known by.
 *
 * @param avenant number of the avenant, empty for none
 */
public record Cle(String numero, int type, String avenant, LocalDate naissance) {}
