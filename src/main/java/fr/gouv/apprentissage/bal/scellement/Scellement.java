package fr.gouv.apprentissage.bal.scellement;

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
     * A stored value as a received one, to be indexed or sealed anew: whoever holds it can still not read it.
     *
     * @throws SecurityException when the autorisation does not cover the field
     * @throws ClesIndisponibles when the class keys are not in memory
     * @throws ValeurAlteree when the value is damaged, moved, or of an unknown format
     */
    <T> Sealed<T> relis(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke);
}
