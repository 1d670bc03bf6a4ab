package fr.gouv.apprentissage.bal.scellement;

import java.security.SecureRandom;

/** Chance that gives 0, 1, 2… each time, for golden files. */
final class HasardCompte extends SecureRandom {

    @Override
    public void nextBytes(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
    }
}
