package fr.gouv.apprentissage.bal.scellement;

import java.util.List;

/** Where wrapped keys are kept. Both may block, and fail with any {@code RuntimeException} when the database does not answer. */
interface RegistreDesCles {

    /** The keys that are not retired and the epochs that are not destroyed. */
    List<CleEnveloppee> lis();

    /** Keeps a key of that genre and version unless there is one: of two replicas that start together, one is first. */
    void inscris(String genre, int version, byte[] enveloppe, int regles);
}
