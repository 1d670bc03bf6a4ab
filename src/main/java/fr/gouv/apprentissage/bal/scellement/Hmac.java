package fr.gouv.apprentissage.bal.scellement;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, with both padded keys hashed once: {@code javax.crypto.Mac} hashes them again at every use, which is half
 * of its work on messages as short as ours. What stays in memory is the two states of SHA-256 that follow the padded keys: the key cannot be
 * computed from them, but they do what it does, so they go with it. Any number of threads may use it at once.
 */
final class Hmac {

    private static final int BLOC = 64;
    private static final int LONGUEUR = 32;
    private static final byte INTERIEUR = 0x36;
    private static final byte EXTERIEUR = 0x5c;
    private static final MessageDigest VIERGE = sha256();

    private final MessageDigest interieur;
    private final MessageDigest exterieur;

    private Hmac(MessageDigest interieur, MessageDigest exterieur) {
        this.interieur = interieur;
        this.exterieur = exterieur;
    }

    /**
     * Under a key that outlives a request: no word of it stays here.
     *
     * @param cle at most 64 bytes; not kept
     */
    static Hmac durable(byte[] cle) {
        // Copies, not the originals: where the compiler has not taken over yet, SHA-256 keeps the words of its last
        // block, and that is the padded key. A copy leaves them out.
        return new Hmac(copie(apres(cle, INTERIEUR)), copie(apres(cle, EXTERIEUR)));
    }

    /**
     * Under a key of one record, which is in memory beside this for as long as this is.
     *
     * @param cle at most 64 bytes
     */
    static Hmac passager(byte[] cle) {
        return new Hmac(apres(cle, INTERIEUR), apres(cle, EXTERIEUR));
    }

    byte[] de(byte[] message) {
        var dedans = copie(interieur);
        dedans.update(message, 0, message.length);
        return finis(dedans);
    }

    byte[] de(byte[] debut, byte[] fin) {
        var dedans = copie(interieur);
        dedans.update(debut, 0, debut.length);
        dedans.update(fin, 0, fin.length);
        return finis(dedans);
    }

    private byte[] finis(MessageDigest dedans) {
        var dehors = copie(exterieur);
        try {
            var empreinte = dedans.digest();
            dehors.update(empreinte, 0, LONGUEUR);
            dehors.digest(empreinte, 0, LONGUEUR);
            return empreinte;
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 ne calcule pas", e);
        }
    }

    private static MessageDigest apres(byte[] cle, byte remplissage) {
        if (cle.length > BLOC) {
            throw new IllegalArgumentException("une clé de HMAC a 64 octets au plus");
        }
        var bloc = Arrays.copyOf(cle, BLOC);
        for (int i = 0; i < BLOC; i++) {
            bloc[i] ^= remplissage;
        }
        var sha256 = copie(VIERGE);
        sha256.update(bloc, 0, BLOC);
        Arrays.fill(bloc, (byte) 0);
        return sha256;
    }

    private static MessageDigest copie(MessageDigest etat) {
        try {
            return (MessageDigest) etat.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 ne se copie pas", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 manque à cette machine virtuelle", e);
        }
    }
}
