package fr.gouv.apprentissage.bal.referentiel;

/** Statuses of a learner (Tableau de bord, domain.md §5.2). Here, since a perimeter names them too. */
public enum StatutApprenant {
    INSCRIT,
    APPRENTI,
    RUPTURANT,
    ABANDON,
    FIN_DE_FORMATION
}
