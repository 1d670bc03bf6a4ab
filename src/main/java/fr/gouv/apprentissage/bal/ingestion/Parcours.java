package fr.gouv.apprentissage.bal.ingestion;

/** How a source is read: from where a run stopped to its end. */
interface Parcours {

    /** Whether a run that nobody asked for would have something to read. */
    boolean aFaire();

    /** Whether one that ended well has left something to another. */
    boolean reste();

    /**
     * Reads what is left.
     *
     * @param poursuit called before each request and each lot of rows; throws when the run must stop here
     */
    void deroule(Execution demandee, Runnable poursuit);
}
