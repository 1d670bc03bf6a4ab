package fr.gouv.apprentissage.bal.scellement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle SHORT = grandBoutiste(short[].class);
    private static final VarHandle INT = grandBoutiste(int[].class);
    private static final VarHandle LONG = grandBoutiste(long[].class);

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
        return (int) INT.get(stocke, 1);
    }

    /** The same as an unsigned number, 0 where there is none: what {@code version_de_cle} says in SQL. */
    static long version(byte[] stocke) {
        return lisible(stocke) ? Integer.toUnsignedLong((int) INT.get(stocke, 1)) : 0;
    }

    /** Whether these bytes are of this format, as far as that shows without a key. */
    static boolean lisible(byte[] stocke) {
        return stocke.length >= MINIMUM && stocke[0] == VERSION;
    }

    static byte[] empreinte(byte[] stocke) {
        return Arrays.copyOfRange(stocke, DEBUT_EMPREINTE, DEBUT_NONCE);
    }

    /** A stored value but for what stands from its nonce on. */
    static byte[] entete(int versionDeCle, byte[] empreinte, int longueurDuClair) {
        var stocke = new byte[MINIMUM + longueurDuClair];
        stocke[0] = VERSION;
        INT.set(stocke, 1, versionDeCle);
        System.arraycopy(empreinte, 0, stocke, DEBUT_EMPREINTE, EMPREINTE);
        return stocke;
    }

    /** What a value is bound to: it does not open in another place. The class is bound by its key. */
    static byte[] associees(int champ, long enregistrement, byte[] stocke) {
        var associees = new byte[ASSOCIEES];
        associees[0] = stocke[0];
        SHORT.set(associees, 1, (short) champ);
        LONG.set(associees, 1 + Short.BYTES, enregistrement);
        System.arraycopy(stocke, 1, associees, 1 + Short.BYTES + Long.BYTES, DEBUT_NONCE - 1);
        return associees;
    }

    /** What a wrapped secret is bound to. */
    static byte[] associeesAuSecret(int epoque, long enregistrement) {
        var associees = new byte[Integer.BYTES + Long.BYTES];
        INT.set(associees, 0, epoque);
        LONG.set(associees, Integer.BYTES, enregistrement);
        return associees;
    }

    private static VarHandle grandBoutiste(Class<?> tableau) {
        return MethodHandles.byteArrayViewVarHandle(tableau, ByteOrder.BIG_ENDIAN);
    }
}
