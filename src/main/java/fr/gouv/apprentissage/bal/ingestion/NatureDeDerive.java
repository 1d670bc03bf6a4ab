package fr.gouv.apprentissage.bal.ingestion;

/** In what a row does not look as the contract of its source says. */
public enum NatureDeDerive {
    /** A field that the contract does not know. */
    NOUVEAU,
    /** A field that the contract expects, and that is not there. */
    ABSENT,
    /** A field that holds another type of value. */
    RETYPE
}
