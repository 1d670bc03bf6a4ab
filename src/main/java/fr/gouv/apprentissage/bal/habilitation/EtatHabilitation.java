package fr.gouv.apprentissage.bal.habilitation;

/** What an habilitation is worth on a day; only an active one grants anything. */
public enum EtatHabilitation {
    A_VENIR,
    ACTIVE,
    EXPIREE,
    REVOQUEE
}
