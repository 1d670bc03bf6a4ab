package fr.gouv.apprentissage.bal.scellement;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A mark: the keyed hash by which somebody is recognised, and digests that compare only between holders of that hash.
 *
 * @param genre kind
 * @param version of the key that made it
 * @param empreinte hash, 16 bytes
 * @param sexe digest, null when unknown
 * @param departement digest of the département of birth, null when unknown
 */
public record Marque(GenreMarque genre, int version, byte[] empreinte, byte[] sexe, byte[] departement) {

    /**
     * What equal marks share.
     *
     * @param genre number of the kind
     * @param version of the key
     * @param empreinte the hash
     */
    public record Cle(int genre, int version, ByteBuffer empreinte) {}

    /** What finds the marks of the same human being. */
    public Cle cle() {
        return new Cle(genre.numero(), version, ByteBuffer.wrap(empreinte));
    }

    /** Whether both are known and different in sexe or département of birth: a homonym, twin or not. */
    public boolean contredit(Marque autre) {
        return different(sexe, autre.sexe) || different(departement, autre.departement);
    }

    /** Whether nothing that is still to be learnt of the other could contradict this one. */
    public boolean tranche(Marque autre) {
        return (sexe == null || autre.sexe != null) && (departement == null || autre.departement != null);
    }

    private static boolean different(byte[] un, byte[] autre) {
        return un != null && autre != null && !Arrays.equals(un, autre);
    }
}
