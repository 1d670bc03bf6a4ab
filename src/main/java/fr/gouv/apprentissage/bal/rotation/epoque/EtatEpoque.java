package fr.gouv.apprentissage.bal.rotation.epoque;

/** Where an epoch stands in its life. */
public enum EtatEpoque {
    /** Every replica gets to know it; nothing goes under it yet. */
    ANNONCEE,
    /** New secrets go under it. */
    COURANTE,
    /** A later one is open: its secrets are wrapped anew, then counted. */
    EN_VERSEMENT,
    /** Nothing stands under it in the database; its key is kept, so that backups of its time open. */
    GARDEE,
    /** Served no longer; gone at the holder within a minute or so. */
    EN_DESTRUCTION,
    /** Gone at the holder: backups of its time open nothing. */
    DETRUITE
}
