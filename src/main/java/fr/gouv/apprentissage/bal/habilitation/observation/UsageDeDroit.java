package fr.gouv.apprentissage.bal.habilitation.observation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;

/**
 * A right that served.
 *
 * @param habilitation id of one that granted it
 * @param coordonnee on what, by whatever access
 */
public record UsageDeDroit(String habilitation, Coordonnee coordonnee) {}
