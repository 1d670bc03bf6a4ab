package fr.gouv.apprentissage.bal.habilitation;

/** Why a coordinate is not granted. */
public enum Motif {
    AUCUN_DROIT,
    AUTRE_FINALITE,
    A_VENIR,
    EXPIREE,
    REVOQUEE,
    AUTRE_ACCES,
    /** The client, or this class of data for it, is suspended. */
    SUSPENDU,
    HORS_PERIMETRE
}
