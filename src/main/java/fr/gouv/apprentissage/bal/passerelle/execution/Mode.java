package fr.gouv.apprentissage.bal.passerelle.execution;

/** How an operation treats what is not granted (header {@code X-Habilitation}). */
public enum Mode {
    /** Null and an error for each coordinate that is granted nowhere. */
    NORMAL,
    /** The operation is refused when it touches a coordinate that is granted nowhere. */
    STRICTE
}
