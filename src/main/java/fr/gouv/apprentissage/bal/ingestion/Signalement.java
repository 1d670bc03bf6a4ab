package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.NonNul;

/**
 * Rows that were kept with a doubt.
 *
 * @param motif the doubt
 * @param nombre how many rows
 */
public record Signalement(@NonNul String motif, @NonNul Integer nombre) {}
