package fr.gouv.apprentissage.bal.scellement;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/**
 * A cursor as it leaves: the key's version, when it was made (epoch milliseconds, 8 bytes), a nonce, and the position under AES-256-GCM with its
 * tag; the first two and the binding are associated data. The key is that of a client and a day, so that no number of pages comes near the
 * limit of random nonces (2^32 under one key, SP 800-38D).
 */
final class Curseurs {

    private static final Duration VIE = Duration.ofHours(24);
    private static final int ENTETE = 1 + Long.BYTES;
    private static final int MINIMUM = ENTETE + Moteurs.NONCE + Moteurs.SCEAU;
    // Far above any position: what is longer was not made here.
    private static final int CARACTERES = 4096;

    private final SecureRandom hasard;

    Curseurs(SecureRandom hasard) {
        this.hasard = hasard;
    }

    String ecris(byte version, Moteurs cle, String client, byte[] lien, byte[] position, long maintenant) {
        var nonce = new byte[Moteurs.NONCE];
        hasard.nextBytes(nonce);
        var octets = ByteBuffer.allocate(MINIMUM + position.length)
                .put(version)
                .putLong(maintenant)
                .put(nonce)
                .array();
        var moteurs = duJour(cle, client, maintenant);
        moteurs.chiffre(moteurs.cle(), associees(octets, lien), position, octets, ENTETE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The bytes of a cursor; empty when it is not written as one, or says itself that it has ended. */
    Optional<byte[]> octets(String curseur, long maintenant) {
        if (curseur.length() > CARACTERES) {
            return Optional.empty();
        }
        try {
            var octets = Base64.getUrlDecoder().decode(curseur);
            return octets.length >= MINIMUM && vit(quand(octets), maintenant) ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<byte[]> lis(byte[] octets, Moteurs cle, String client, byte[] lien) {
        var moteurs = duJour(cle, client, quand(octets));
        try {
            return Optional.of(moteurs.dechiffre(moteurs.cle(), associees(octets, lien), octets, ENTETE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        }
    }

    // Replicas' clocks differ a little: one from a moment ahead is as good as new. The bounds also keep forged days
    // from making keys.
    private static boolean vit(long quand, long maintenant) {
        return quand > maintenant - VIE.toMillis() && quand < maintenant + VIE.toMillis();
    }

    private static long quand(byte[] octets) {
        return ByteBuffer.wrap(octets).getLong(1);
    }

    private static Moteurs duJour(Moteurs cle, String client, long quand) {
        return cle.derives(
                "bal/1/curseur/" + Math.floorDiv(quand, Duration.ofDays(1).toMillis()), client);
    }

    private static byte[] associees(byte[] octets, byte[] lien) {
        return ByteBuffer.allocate(ENTETE + lien.length)
                .put(octets, 0, ENTETE)
                .put(lien)
                .array();
    }
}
