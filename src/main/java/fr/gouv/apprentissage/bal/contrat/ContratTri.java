package fr.gouv.apprentissage.bal.contrat;

/** Orders of a list of contracts. An unknown start comes last in DATE_DEBUT and first in DATE_DEBUT_DESC; the record's id breaks ties. */
public enum ContratTri {
    DATE_DEBUT,
    DATE_DEBUT_DESC
}
