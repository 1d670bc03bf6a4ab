package fr.gouv.apprentissage.bal.scellement;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Several byte strings as one, so that no two sequences of parts look alike: each part is its length (4 bytes, big-endian) and its bytes, an
 * absent one is the length -1.
 */
final class Parties {

    private static final int ABSENTE = -1;

    private Parties() {}

    /** @param parties null where absent */
    static byte[] assemble(List<byte[]> parties) {
        int longueur = 0;
        for (var partie : parties) {
            longueur += Integer.BYTES + (partie == null ? 0 : partie.length);
        }
        var octets = ByteBuffer.allocate(longueur);
        for (var partie : parties) {
            if (partie == null) {
                octets.putInt(ABSENTE);
            } else {
                octets.putInt(partie.length).put(partie);
            }
        }
        return octets.array();
    }

    /** @throws ValeurAlteree when these bytes are no such sequence */
    static List<byte[]> separe(byte[] octets) {
        var parties = new ArrayList<byte[]>();
        var reste = ByteBuffer.wrap(octets);
        try {
            while (reste.hasRemaining()) {
                parties.add(partie(reste));
            }
        } catch (BufferUnderflowException e) {
            throw new ValeurAlteree("suite de parties tronquée");
        }
        return parties;
    }

    private static byte[] partie(ByteBuffer reste) {
        int longueur = reste.getInt();
        if (longueur == ABSENTE) {
            return null;
        }
        if (longueur < 0 || longueur > reste.remaining()) {
            throw new ValeurAlteree("suite de parties illisible");
        }
        var partie = new byte[longueur];
        reste.get(partie);
        return partie;
    }
}
