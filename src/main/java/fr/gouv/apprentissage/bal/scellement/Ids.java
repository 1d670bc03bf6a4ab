package fr.gouv.apprentissage.bal.scellement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;

/** An id as it leaves: the key's version, then one AES block that holds the mark of the type (8 bytes) and the internal id (8 bytes). */
final class Ids {

    private static final String ETIQUETTE = "bal/1/id";
    private static final String MARQUE = "bal/1/type\0";
    private static final int BLOC = 16;
    private static final int CARACTERES = 23;
    private static final byte[] AUCUN = {};

    private Ids() {}

    static String ecris(byte version, Moteurs cle, String client, String type, long interne) {
        var moteurs = cle.derives(ETIQUETTE, client);
        var clair = ByteBuffer.allocate(BLOC)
                .putLong(marque(moteurs, type))
                .putLong(interne)
                .array();
        var octets = new byte[1 + BLOC];
        octets[0] = version;
        // A single block under AES is a permutation of all blocks: the same row has one id, and nothing else can be
        // told from it. The modes
        // that ECB is blamed for lacking chain several blocks; there is only one. The mark makes a forged block fail,
        // but for one in 2^64.
        moteurs.bloc(true, clair, 0, octets, 1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The bytes of an id, none when it is not written as one. */
    static byte[] octets(String id) {
        if (id.length() != CARACTERES) {
            return AUCUN;
        }
        try {
            var octets = Base64.getUrlDecoder().decode(id);
            // One id has one text: spare bits at its end must be zero.
            return Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(octets)
                            .equals(id)
                    ? octets
                    : AUCUN;
        } catch (IllegalArgumentException e) {
            return AUCUN;
        }
    }

    static OptionalLong lis(byte[] octets, Moteurs cle, String client, String type) {
        var moteurs = cle.derives(ETIQUETTE, client);
        var clair = new byte[BLOC];
        moteurs.bloc(false, octets, 1, clair, 0);
        var bloc = ByteBuffer.wrap(clair);
        return bloc.getLong() == marque(moteurs, type) ? OptionalLong.of(bloc.getLong()) : OptionalLong.empty();
    }

    private static long marque(Moteurs moteurs, String type) {
        return moteurs.marques()
                .computeIfAbsent(type, t -> ByteBuffer.wrap(moteurs.hmac((MARQUE + t).getBytes(StandardCharsets.UTF_8)))
                        .getLong());
    }
}
