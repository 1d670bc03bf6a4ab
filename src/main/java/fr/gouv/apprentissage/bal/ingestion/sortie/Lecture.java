package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.io.IOException;

/** Reads an answer, while it comes. */
@FunctionalInterface
public interface Lecture<T> {

    /**
     * What the answer says.
     *
     * @throws IOException when it was cut, stalled, or too large
     */
    T lis(Reponse reponse) throws IOException;
}
