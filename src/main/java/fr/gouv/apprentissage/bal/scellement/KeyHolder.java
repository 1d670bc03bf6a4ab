package fr.gouv.apprentissage.bal.scellement;

import java.util.List;

/**
 * Holds the master keys and does with them what the process may not do itself. Called only at start and when keys are refreshed, never per
 * value; it may be slow and may block. What it wraps is opaque: the tables keep it as it gave it.
 */
public interface KeyHolder {

    /**
     * Fresh key material, 32 random bytes, wrapped under a master key.
     *
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when the holder answers that it will not
     */
    byte[] nouvelle(CleMaitresse maitresse);

    /**
     * The 32 bytes that were wrapped.
     *
     * @throws ClesIndisponibles when the holder is out of reach: what is in memory may serve for a while
     * @throws ClesRefusees when the holder answers that it will not (right withdrawn, key gone, version retired, wrapping damaged): what is in
     *     memory goes at once
     */
    byte[] deballe(CleMaitresse maitresse, byte[] enveloppe);

    /**
     * The same keys, wrapped under the newest version of the master key, in one call: what the operator has asked for after turning it there.
     *
     * @return in the same order; one that is under the newest version already comes back as it was
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when the holder answers that it will not, be it for one of them
     */
    List<byte[]> renveloppe(CleMaitresse maitresse, List<byte[]> enveloppes);
}
