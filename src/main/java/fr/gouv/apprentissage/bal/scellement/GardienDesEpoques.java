package fr.gouv.apprentissage.bal.scellement;

import java.util.Optional;

/**
 * Who may turn the master key of the epochs, {@code bal-secrets}, and destroy its old versions. Apart from the {@link KeyHolder}: that right can
 * destroy everything, so it goes with an identity of its own. Each epoch's key is wrapped under a version of its own, so that destroying that
 * version makes the wrapped key in any backup useless for ever. May block.
 */
public interface GardienDesEpoques {

    /** Why this process may do neither, in French; empty when it may. */
    Optional<String> empechement();

    /** The version of the master key under which an epoch's key is wrapped, from 1. */
    int version(byte[] enveloppe);

    /**
     * Sees to it that what is wrapped from now on goes under a newer version than this one. Turns the master key at most once, however often it
     * is asked.
     *
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when it answers that it will not
     */
    void rendsPlusRecenteQue(byte[] enveloppe);

    /**
     * Destroys, for good, every version of the master key older than the one of this wrapped key.
     *
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when it answers that it will not
     */
    void detruisAvant(byte[] enveloppe);
}
