package fr.gouv.apprentissage.bal.habilitation;

/** What an habilitation is worth on a day; only an active one grants anything. */
public enum EtatHabilitation {
    /** Waits for a second person. */
    PROPOSEE,
    A_VENIR,
    ACTIVE,
    EXPIREE,
    REVOQUEE
}
