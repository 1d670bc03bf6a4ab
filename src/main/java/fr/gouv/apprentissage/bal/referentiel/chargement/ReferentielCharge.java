package fr.gouv.apprentissage.bal.referentiel.chargement;

/**
 * Fired after each load, on a thread that may block, once the new state is there to be read: who keeps copies of the référentiel
 * (territories on records) makes them anew.
 *
 * @param rapport what was read and changed
 */
public record ReferentielCharge(Rapport rapport) {}
