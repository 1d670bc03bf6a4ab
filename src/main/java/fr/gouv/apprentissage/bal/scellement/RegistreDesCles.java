package fr.gouv.apprentissage.bal.scellement;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /**
     * Keeps a new version of keys that turn together, all of them or none, to serve from that moment on, unless one is announced already that
     * older ones may still be written beside: of two that ask, one wins and both get its number.
     *
     * @param enveloppes the new keys, wrapped, by genre
     * @return the version that is announced
     * @throws ClesIndisponibles when the keys have no version yet
     */
    int annonce(Map<String, byte[]> enveloppes, int regles, Instant activeLe);

    /** Lets a version serve nobody any longer; false when none newer is the only one that may be written. */
    boolean retire(String genre, int version);
}
