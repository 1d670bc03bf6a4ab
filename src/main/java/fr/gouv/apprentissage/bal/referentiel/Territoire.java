package fr.gouv.apprentissage.bal.referentiel;

/**
 * Where an organisme stands, in codes: the keys that perimeters and criteria use.
 *
 * @param departement code of the département, for example {@code 35} or {@code 2A}
 * @param academie code of the académie, for example {@code 14}
 * @param region INSEE code of the region, for example {@code 53}; null for the overseas collectivities that belong to none
 */
public record Territoire(String departement, String academie, String region) {}
