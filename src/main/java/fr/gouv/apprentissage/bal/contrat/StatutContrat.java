package fr.gouv.apprentissage.bal.contrat;

/** Status of a contract; an empty one of the source is ACTIF (domain.md §2.3). */
public enum StatutContrat {
    ACTIF,
    CORRIGE,
    SUPPRIME,
    ROMPU,
    ANNULE
}
