package fr.gouv.apprentissage.bal.journal.jalon;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who signs checkpoints, Ed25519. */
public interface Signataire {

    /** Id of the key, as checkpoints name it. */
    String cle();

    /** The public keys by which what it signs is verified, as far as it can tell. */
    default List<ClePublique> publiques() {
        return List.of();
    }

    /** The signature of these bytes; fails when the key is out of reach. */
    Uni<byte[]> signe(byte[] octets);
}
