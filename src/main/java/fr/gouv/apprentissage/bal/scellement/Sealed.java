package fr.gouv.apprentissage.bal.scellement;

import java.util.List;
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

    /**
     * The elements of a received list, each still sealed: to index every e-mail address of a person.
     *
     * @throws IllegalArgumentException when it is a stored one
     */
    static <T> List<Sealed<T>> elements(Sealed<List<T>> liste) {
        return Recu.valeur(liste).stream().map(Sealed::recu).toList();
    }
}
