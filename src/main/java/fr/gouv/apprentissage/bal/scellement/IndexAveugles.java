package fr.gouv.apprentissage.bal.scellement;

import java.util.List;
import java.util.Map;

/** Blind indexes: HMAC-SHA-256 of a folded value under the key of its kind, cut to 16 bytes. They show that two values are equal, and nothing else. */
public interface IndexAveugles {

    /**
     * The hash of a value under the current generation.
     *
     * @param genre kind of index
     * @param parties the received values that make it up, in the order that the kind says; each is folded by the rule of its place
     *     (names: Pliage; e-mail: lower case; dates: ISO), absent ones given as null where the kind allows it
     * @return 16 bytes
     * @throws IllegalArgumentException when the parts are not those of the kind, or stored ones
     * @throws ClesIndisponibles when the key of the kind is not in memory
     */
    byte[] empreinte(GenreIndex genre, List<Sealed<?>> parties);

    /** Under which generations {@link #empreintes} makes hashes now, by kind: the current one first. */
    Map<GenreIndex, List<Integer>> generations();

    /** The hashes under every generation that may still stand in the tables, the current one first. */
    List<Generation> empreintes(GenreIndex genre, List<Sealed<?>> parties);

    /**
     * The same as {@link #contradiction(byte[], Sealed)} under the generation that made the identity's hash: while two generations stand
     * side by side, the digests of one compare only with that one's.
     */
    byte[] contradiction(Generation identite, Sealed<?> valeur);

    /**
     * A digest of a value that compares only between holders of one identity: keyed by that identity's hash, so that equal values of two
     * identities do not show as equal.
     *
     * @param identite hash that both share, of the current generation
     * @param valeur what is compared (sexe, département of birth), null when unknown
     * @return 16 bytes, or null when the value is null
     */
    byte[] contradiction(byte[] identite, Sealed<?> valeur);

    /**
     * A hash and the generation of key and folding rules that made it.
     *
     * @param numero number of the generation
     * @param empreinte 16 bytes
     */
    record Generation(int numero, byte[] empreinte) {}
}
