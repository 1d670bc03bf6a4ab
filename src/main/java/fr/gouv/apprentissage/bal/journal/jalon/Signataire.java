package fr.gouv.apprentissage.bal.journal.jalon;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Who signs checkpoints, Ed25519. */
public interface Signataire {

    /**
     * A signature and what it is of.
     *
     * @param cle id of the key that signed
     * @param octets what was signed
     * @param signature Ed25519
     */
    record Signe(String cle, byte[] octets, byte[] signature) {}

    /** Id of the key that signs now, as checkpoints name it; where the key may turn, a later signature may be another's. */
    String cle();

    /** The signature of these bytes; fails when the key is out of reach. */
    Uni<byte[]> signe(byte[] octets);

    /**
     * Signs bytes that name the key which signs them: the two belong together even while the key turns.
     *
     * @param forme the bytes, for the id of the key
     */
    default Uni<Signe> signe(Function<String, byte[]> forme) {
        return Uni.createFrom().deferred(() -> {
            var cle = cle();
            var octets = forme.apply(cle);
            return signe(octets).map(signature -> new Signe(cle, octets, signature));
        });
    }
}
