package fr.gouv.apprentissage.bal.scellement;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The stored format, version 1, byte by byte: see the package's description. Golden files in the tests hold it as it is. */
final class FormatV1 {

    static final byte VERSION = 1;
    static final int EMPREINTE = 8;
    static final int DEBUT_EMPREINTE = 1 + Integer.BYTES;
    static final int DEBUT_NONCE = DEBUT_EMPREINTE + EMPREINTE;
    static final int DEBUT_CHIFFRE = DEBUT_NONCE + Moteurs.NONCE;
    static final int MINIMUM = DEBUT_CHIFFRE + Moteurs.SCEAU;

    private static final int ASSOCIEES = 1 + Short.BYTES + Long.BYTES + Integer.BYTES + EMPREINTE;

    private FormatV1() {}

    /**
     * The version of the class key that a stored value names.
     *
     * @throws ValeurAlteree when these bytes are too few, or of another format
     */
    static int versionDeCle(byte[] stocke) {
        if (stocke.length == 0) {
            throw new ValeurAlteree("valeur scellée vide");
        }
        if (stocke[0] != VERSION) {
            throw new ValeurAlteree("valeur scellée d'un format inconnu : version " + Byte.toUnsignedInt(stocke[0]));
        }
        if (stocke.length < MINIMUM) {
            throw new ValeurAlteree("valeur scellée tronquée");
        }
        return ByteBuffer.wrap(stocke).getInt(1);
    }

    /** The same as an unsigned number, 0 where there is none: what {@code version_de_cle} says in SQL. */
    static long version(byte[] stocke) {
        return stocke.length < MINIMUM || stocke[0] != VERSION
                ? 0
                : Integer.toUnsignedLong(ByteBuffer.wrap(stocke).getInt(1));
    }

    static byte[] empreinte(byte[] stocke) {
        return Arrays.copyOfRange(stocke, DEBUT_EMPREINTE, DEBUT_NONCE);
    }

    /** What a value is bound to: it does not open in another place. The class is bound by its key. */
    static byte[] associees(int champ, long enregistrement, byte[] stocke) {
        return ByteBuffer.allocate(ASSOCIEES)
                .put(stocke[0])
                .putShort((short) champ)
                .putLong(enregistrement)
                .put(stocke, 1, DEBUT_NONCE - 1)
                .array();
    }
}
