package fr.gouv.apprentissage.bal.scellement;

/** The internal processings that open sealed values without a client. Each is journaled under this name. */
public enum Traitement {
    /** Reads a quarantined row again, once its fault is mended. */
    REJEU_DE_QUARANTAINE,
    /** Makes the blind indexes of a value anew, under another generation. */
    REINDEXATION
}
