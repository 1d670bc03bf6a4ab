package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Description;

/** What is left of a value that may be read masked; the first constant hides least. */
@Description("What is left of a value that may be read masked. INITIALE: of each name the first letter and a full stop."
        + " ANNEE: of a date the first of January of its year. DOMAINE: of an e-mail address *@domain."
        + " DEPARTEMENT: of an Adresse its departement alone.")
public enum Masque {
    AUCUN,
    INITIALE,
    ANNEE,
    DOMAINE,
    DEPARTEMENT
}
