package fr.gouv.apprentissage.bal.scellement;

import java.util.Objects;

/**
 * A personal value that nobody can read without an {@link Autorisation}. It has no accessor, shows nothing and refuses to be serialised.
 * It is either just received ({@link #recu}), to be sealed under a record's key, or stored ({@link #stocke}), as the database holds it.
 *
 * @param <T> type of the value once opened
 */
public sealed interface Sealed<T> permits Recu, Stocke {

    /** A value as a source or a caller just gave it. */
    static <T> Sealed<T> recu(T valeur) {
        return new Recu<>(Objects.requireNonNull(valeur));
    }

    /** A value as the database holds it: the stored format, version byte first. */
    static <T> Sealed<T> stocke(byte[] octets) {
        return new Stocke<>(octets.clone());
    }
}
