package fr.gouv.apprentissage.bal.droits.effacement;

/**
 * An erasure and who vouches for it.
 *
 * @param effacement what was erased
 * @param cle id of the key that signed
 * @param signature Ed25519 over {@link FormeDEffacement}
 */
record EffacementSigne(Effacement effacement, String cle, byte[] signature) {}
