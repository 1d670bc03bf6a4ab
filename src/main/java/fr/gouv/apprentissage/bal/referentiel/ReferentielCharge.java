package fr.gouv.apprentissage.bal.referentiel;

/** Told (as a CDI event) once the nomenclatures were loaded anew: who keeps copies of them makes these anew too. */
public record ReferentielCharge() {}
