package fr.gouv.apprentissage.bal.ingestion.sortie;

/** The rate of a source. */
@FunctionalInterface
public interface Debit {

    /**
     * Waits for the turn of one request.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    void attends() throws InterruptedException;
}
