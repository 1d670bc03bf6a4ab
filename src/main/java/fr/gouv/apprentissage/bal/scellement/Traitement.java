package fr.gouv.apprentissage.bal.scellement;

/** The internal processings that open sealed values without a client. Each is journaled under this name. */
public enum Traitement {
    /** Reads a quarantined row again, once its fault is mended. */
    REJEU_DE_QUARANTAINE,
    /** Seals what stands under an older version of a class key anew, under the current one; nothing of it leaves the room. */
    ROTATION_DE_CLE,
    /** Makes the marks of a person who is being erased; values are folded and hashed, and read by nobody. */
    EFFACEMENT,
    /** Makes the blind indexes of a value anew, under another generation. */
    REINDEXATION,
    /** Tells an OPCO an address that a caller just gave, to hear whether it knows it. */
    QUESTION_OPCO,
    /** Reads a file of contacts that an administrator handed in, and that was sealed as it came. */
    LECTURE_DE_DEPOT
}
