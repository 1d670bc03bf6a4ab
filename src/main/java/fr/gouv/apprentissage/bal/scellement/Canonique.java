package fr.gouv.apprentissage.bal.scellement;

/**
 * The one form in bytes that a type's values have, so that equal values have equal digests.
 *
 * @param <T> type of the values
 */
public interface Canonique<T> {

    /** The value as bytes. */
    byte[] octets(T valeur);

    /**
     * The value that these bytes stand for.
     *
     * @throws ValeurAlteree when they stand for none
     */
    T lis(byte[] octets);
}
