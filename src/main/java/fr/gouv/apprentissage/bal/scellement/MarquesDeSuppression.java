package fr.gouv.apprentissage.bal.scellement;

import java.util.List;

/**
 * Marks of suppression: keyed hashes that outlive the person that they are of, so that the next extract does not bring them back. Their key is one of its
 * own, which does not turn with the blind indexes: what was erased can not be hashed again.
 */
public interface MarquesDeSuppression {

    /**
     * The marks of received values under every version of the key, the current one first.
     *
     * @param parties in the order that the kind says; null where the kind allows absence
     * @param sexe null when unknown
     * @param departement département of birth, null when unknown
     * @throws IllegalArgumentException when the parts are not those of the kind, or stored ones
     * @throws ClesIndisponibles when a version is not in memory, or folds by rules that this program does not know: a row that cannot be
     *     held against all marks must wait
     */
    List<Marque> marques(GenreMarque genre, List<Sealed<?>> parties, Sealed<?> sexe, Sealed<?> departement);

    /** Under which versions of the key marks are made now, the current one first. */
    List<Integer> versions();

    /** A digest of the reason of an erasure, 32 bytes: it may name somebody, so that it is kept by nothing else. */
    byte[] motif(String motif);
}
