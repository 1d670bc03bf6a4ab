package fr.gouv.apprentissage.bal.scellement;

import java.time.Instant;
import java.util.Arrays;

/**
 * A key as the tables hold it.
 *
 * @param genre a class, {@code INDEX:<kind>}, {@code PSEUDONYME} or {@code EPOQUE}
 * @param version of the key, or number of the epoch; from 1
 * @param enveloppe as the holder wrapped it
 * @param activeLe from when new values go under it; announced ahead of that, so that every replica knows it before one uses it
 * @param regles version of the folding rules that a generation of blind indexes goes with; 0 for the other keys
 */
record CleEnveloppee(String genre, int version, byte[] enveloppe, Instant activeLe, int regles) {

    @Override
    public boolean equals(Object autre) {
        return autre instanceof CleEnveloppee cle
                && genre.equals(cle.genre)
                && version == cle.version
                && Arrays.equals(enveloppe, cle.enveloppe)
                && activeLe.equals(cle.activeLe)
                && regles == cle.regles;
    }

    @Override
    public int hashCode() {
        return genre.hashCode() * 31 + version;
    }
}
