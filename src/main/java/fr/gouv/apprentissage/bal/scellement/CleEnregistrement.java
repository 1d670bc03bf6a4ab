package fr.gouv.apprentissage.bal.scellement;

/**
 * The secret of one record, unwrapped, and what is derived from it. Not thread-safe: one per record and use. The wrapped secret is what the
 * table {@code secret} holds.
 */
public sealed interface CleEnregistrement permits SecretOuvert {

    /** Id of the record. */
    long enregistrement();

    /** Number of the epoch whose key wraps the secret. */
    int epoque();

    /** The wrapped secret. */
    byte[] enveloppe();
}
