package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Ordre;

/** Orders of a list of contracts. An unknown start comes last in DATE_DEBUT and first in DATE_DEBUT_DESC; the record's id breaks ties. */
public enum ContratTri {
    @Ordre(par = "Contrat.dateDebut")
    DATE_DEBUT,
    @Ordre(par = "Contrat.dateDebut")
    DATE_DEBUT_DESC
}
