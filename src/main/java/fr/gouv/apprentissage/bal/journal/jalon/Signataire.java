package fr.gouv.apprentissage.bal.journal.jalon;

import io.smallrye.mutiny.Uni;

/** Who signs checkpoints, Ed25519. */
public interface Signataire {

    /** Id of the key, as checkpoints name it. */
    String cle();

    /** The signature of these bytes; fails when the key is out of reach. */
    Uni<byte[]> signe(byte[] octets);
}
