package fr.gouv.apprentissage.bal.passerelle.execution;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was read for one root field.
 *
 * @param arguments its arguments
 * @param ids ids of the persons of a page, in order; empty for contracts
 * @param suite whether rows follow the page
 * @param total the count, where it was asked for and is granted
 */
record ResultatDeRacine(Arguments arguments, List<Long> ids, boolean suite, OptionalLong total) {}
