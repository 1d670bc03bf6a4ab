package fr.gouv.apprentissage.bal.contrat;

/** Apprenticeship or professionalisation (domain.md §2.2). */
public enum Dispositif {
    APPR,
    PROF
}
