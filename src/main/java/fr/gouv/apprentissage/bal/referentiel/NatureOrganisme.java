package fr.gouv.apprentissage.bal.referentiel;

/** What an organisme does (domain.md §8.1). */
public enum NatureOrganisme {
    RESPONSABLE,
    FORMATEUR,
    RESPONSABLE_FORMATEUR,
    INCONNUE
}
