package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;

/** Seals values under the key of their record and class, and opens them for who holds an {@link Autorisation}. Never blocks: keys are in memory or absent. */
public interface Scellement {

    /** A fresh secret for a new record, wrapped under the current epoch. */
    CleEnregistrement nouvelle(long enregistrement);

    /**
     * The secret of a record, as the table {@code secret} holds it.
     *
     * @throws ClesIndisponibles when the key of its epoch is not in memory
     * @throws ValeurAlteree when it does not unwrap
     */
    CleEnregistrement cle(long enregistrement, int epoque, byte[] enveloppe);

    /**
     * The secret of a record, wrapped anew under the current epoch: what it opens stays as it is.
     *
     * @param epoque the epoch that wraps it now
     * @throws ClesIndisponibles when the key of either epoch is not in memory
     * @throws ValeurAlteree when it does not unwrap
     */
    CleEnregistrement renveloppe(long enregistrement, int epoque, byte[] enveloppe);

    /**
     * Seals a received value.
     *
     * @return the stored format: version, class key version, digest, nonce, ciphertext
     * @throws ClesIndisponibles when the class keys are not in memory
     */
    <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<T> recu);

    /**
     * Whether two stored values of one field and record are of one value: compares their digests.
     *
     * @throws IllegalArgumentException when they are sealed under two versions of the class key: then their digests say nothing, ask
     *     {@link #memeValeur(CleEnregistrement, ChampScelle, Sealed, byte[])}
     * @throws ValeurAlteree when either is truncated or of an unknown format
     */
    boolean memeValeur(byte[] unStocke, byte[] autreStocke);

    /**
     * Whether a received value is the one that is stored, under whatever version of the class key: compares digests and opens nothing.
     *
     * @throws ClesIndisponibles when the class key of the stored value is not in memory
     * @throws ValeurAlteree when the stored value is truncated, of an unknown format or under an unknown key
     */
    <T> boolean memeValeur(CleEnregistrement cle, ChampScelle<T> champ, Sealed<T> recu, byte[] stocke);

    /**
     * Opens a stored value: the one place where this happens.
     *
     * @throws SecurityException when the autorisation does not cover the field
     * @throws ClesIndisponibles when the class keys are not in memory
     * @throws ValeurAlteree when the value is damaged, moved, or of an unknown format
     */
    <T> T ouvre(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke);

    /**
     * Whether a stored value is under the version that new values of its class go under. A newer one, which another process uses already, is
     * from now on this process's too: what two replicas write then compares whatever their clocks say.
     *
     * @throws ClesIndisponibles when no version of the class is known here, or the value's is newer than all that are
     * @throws ValeurAlteree when the value is truncated or of an unknown format
     */
    boolean aJour(Classe classe, byte[] stocke);

    /**
     * Seals a stored value again under the version that new values go under. The clear bytes do not leave this room; a value that stands under
     * that version, or a newer one, comes back as it is.
     *
     * @param autorisation of an internal processing
     * @throws SecurityException when the autorisation does not cover the field
     * @throws ClesIndisponibles when one of the two keys is not in memory
     * @throws ValeurAlteree when the value is damaged, moved, or of an unknown format or version
     */
    byte[] rescelle(Autorisation autorisation, CleEnregistrement cle, ChampScelle<?> champ, byte[] stocke);

    /**
     * A stored value as a received one, to be indexed or sealed anew: whoever holds it can still not read it.
     *
     * @throws SecurityException when the autorisation does not cover the field
     * @throws ClesIndisponibles when the class keys are not in memory
     * @throws ValeurAlteree when the value is damaged, moved, or of an unknown format
     */
    <T> Sealed<T> relis(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke);
}
