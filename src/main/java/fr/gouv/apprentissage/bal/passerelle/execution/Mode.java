package fr.gouv.apprentissage.bal.passerelle.execution;

/** How an operation that touches a coordinate granted nowhere is taken (DESIGN.md, "What rights mean"). */
public enum Mode {
    /** The field is null, and an error says so. */
    NORMAL,
    /** The operation is refused before any row is read. */
    STRICTE,
    /** No row is read: the answer says what is granted of what the operation needs. */
    A_BLANC
}
