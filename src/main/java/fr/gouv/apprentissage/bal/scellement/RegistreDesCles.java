package fr.gouv.apprentissage.bal.scellement;

import java.util.List;

/** Where wrapped keys are kept. All may block, and fail with any {@code RuntimeException} when the database does not answer. */
interface RegistreDesCles {

    /** The keys that are not retired and the epochs that are not destroyed. */
    List<CleEnveloppee> lis();

    /** Keeps a key of that genre and version unless there is one: of two replicas that start together, one is first. */
    void inscris(String genre, int version, byte[] enveloppe, int regles);

    /**
     * Puts a key's new wrapping in the place of the old one, if that one still stands there.
     *
     * @return false when it does not: another process was first, or the key is retired
     */
    boolean renveloppe(String genre, int version, byte[] ancienne, byte[] nouvelle);
}
