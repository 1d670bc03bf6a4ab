package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a record is matched by, for one rule: the hash of an identity, and digests that compare only between holders of that identity.
 *
 * @param genre rule
 * @param generation key and folding rules that made the hash
 * @param empreinte hash, 16 bytes
 * @param sexe digest keyed by the hash, null when unknown
 * @param departement digest of the département of birth keyed by the hash, null when unknown
 * @param prenomUnique whether the record states one first name alone
 */
public record Trace(
        GenreIndex genre, int generation, byte[] empreinte, byte[] sexe, byte[] departement, boolean prenomUnique) {

    /**
     * An identity by which candidates are found.
     *
     * @param genre number of the rule
     * @param generation generation of the hash
     * @param empreinte the hash
     */
    public record Cle(int genre, int generation, ByteBuffer empreinte) {}

    /** What finds the records of the same identity. */
    public Cle cle() {
        return new Cle(genre.numero(), generation, ByteBuffer.wrap(empreinte));
    }

    /** Whether both are known and different in sexe or département of birth. */
    public boolean contredit(Trace autre) {
        return different(sexe, autre.sexe) || different(departement, autre.departement);
    }

    /** The same identity, with what another trace of it knows. */
    public Trace avec(byte[] autreSexe, byte[] autreDepartement) {
        return new Trace(genre, generation, empreinte, autreSexe, autreDepartement, prenomUnique);
    }

    /** Whether both are of one rule and identity. */
    public boolean memeIdentite(Trace autre) {
        return cle().equals(autre.cle());
    }

    /** Whether both say the same in every part. */
    public boolean memeQue(Trace autre) {
        return memeIdentite(autre)
                && Arrays.equals(sexe, autre.sexe)
                && Arrays.equals(departement, autre.departement)
                && prenomUnique == autre.prenomUnique;
    }

    private static boolean different(byte[] un, byte[] autre) {
        return un != null && autre != null && !Arrays.equals(un, autre);
    }
}
