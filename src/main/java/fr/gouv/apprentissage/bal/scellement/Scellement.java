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

    /** Whether two stored values of one field and record are of one value: compares their digests (also across versions of the class key, both readable). */
    boolean memeValeur(byte[] unStocke, byte[] autreStocke);

    /**
     * Opens a stored value: the one place where this happens.
     *
     * @throws SecurityException when the autorisation does not cover the field
     * @throws ClesIndisponibles when the class keys are not in memory
     * @throws ValeurAlteree when the value is damaged, moved, or of an unknown format
     */
    <T> T ouvre(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke);
}
