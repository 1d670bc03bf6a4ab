package fr.gouv.apprentissage.bal.scellement;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Random nonces, drawn many at a time: asking a generator for twelve bytes costs as much as encrypting a value. A lot is in the hands of one thread
 * at a time and no byte of it is given twice; what two threads drop when they meet is not given at all. Nonces are stored in clear: a lot that waits
 * in memory is no secret. Secrets are never drawn from here.
 */
final class Nonces {

    private static final int PAR_LOT = 128;

    private final Reserve<Lot> lots;

    /** @param parLot how many are drawn at once */
    Nonces(SecureRandom hasard, int parLot) {
        lots = new Reserve<>(() -> new Lot(hasard, parLot));
    }

    /** From the generator of SP 800-90A that the JDK has (Hash_DRBG with SHA-256, seeded by the system): in lots it is the quickest of them. */
    static Nonces parLots() {
        try {
            return new Nonces(SecureRandom.getInstance("DRBG"), PAR_LOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("le générateur DRBG manque à cette machine virtuelle", e);
        }
    }

    /** Writes a fresh nonce into {@code octets} from {@code debut} on. */
    void tire(byte[] octets, int debut) {
        var lot = lots.prends();
        lot.tire(octets, debut);
        lots.rends(lot);
    }

    private static final class Lot {

        private final SecureRandom hasard;
        private final byte[] tires;
        private int prochain;

        Lot(SecureRandom hasard, int parLot) {
            this.hasard = hasard;
            this.tires = new byte[parLot * Moteurs.NONCE];
            this.prochain = tires.length;
        }

        void tire(byte[] octets, int debut) {
            if (prochain == tires.length) {
                hasard.nextBytes(tires);
                prochain = 0;
            }
            System.arraycopy(tires, prochain, octets, debut, Moteurs.NONCE);
            prochain += Moteurs.NONCE;
        }
    }
}
