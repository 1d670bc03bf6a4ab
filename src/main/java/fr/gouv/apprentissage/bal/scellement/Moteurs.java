package fr.gouv.apprentissage.bal.scellement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of 32 bytes and every engine that holds it or what is derived from it. Engines keep keys, and {@code SecretKeySpec.destroy()} throws:
 * letting go of this object is what letting go of the key means.
 */
final class Moteurs {

    static final int CLE = 32;
    static final int NONCE = 12;
    static final int SCEAU = 16;

    private static final byte PREMIER_BLOC = 1;
    // Clients are few; the bound is there so that nothing grows with what callers send.
    private static final int CLIENTS = 256;

    private final SecretKeySpec cle;
    private final Hmac hmac;
    private final Reserve<Cipher> chiffres = new Reserve<>(() -> cipher("AES/GCM/NoPadding"));
    private final Reserve<Cipher> blocsAller = new Reserve<>(() -> bloc(Cipher.ENCRYPT_MODE));
    private final Reserve<Cipher> blocsRetour = new Reserve<>(() -> bloc(Cipher.DECRYPT_MODE));
    private final Map<String, Long> marques = new ConcurrentHashMap<>();
    private final Map<String, Moteurs> derives = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Moteurs> ancien) {
            return size() > CLIENTS;
        }
    };

    Moteurs(byte[] octets) {
        cle = new SecretKeySpec(octets, "AES");
        hmac = Hmac.durable(octets);
    }

    SecretKeySpec cle() {
        return cle;
    }

    /** HMAC-SHA-256 under this key. */
    byte[] hmac(byte[] message) {
        return hmac.de(message);
    }

    /** The same of two parts, one after the other. */
    byte[] hmac(byte[] debut, byte[] fin) {
        return hmac.de(debut, fin);
    }

    /** HKDF-Expand (RFC 5869) of one block: a key is already uniform, so there is nothing to extract. */
    byte[] derive(byte[] etiquette, byte[] info) {
        var message = Arrays.copyOf(etiquette, etiquette.length + info.length + 1);
        System.arraycopy(info, 0, message, etiquette.length, info.length);
        message[message.length - 1] = PREMIER_BLOC;
        return hmac.de(message);
    }

    /** The engines of a key derived from this one, kept with it so that they go with it. */
    Moteurs derives(String etiquette, String info) {
        var nom = etiquette + '\0' + info;
        synchronized (derives) {
            return derives.computeIfAbsent(
                    nom, n -> new Moteurs(derive(n.getBytes(StandardCharsets.UTF_8), new byte[0])));
        }
    }

    /** The marks of types that were made under this key: they are few, and named by the code. */
    Map<String, Long> marques() {
        return marques;
    }

    /** AES-256-GCM under this key or one derived from it: {@code octets} holds the nonce at {@code debut}, the ciphertext and its tag go behind it. */
    void chiffre(SecretKeySpec sousCle, byte[] associees, byte[] clair, byte[] octets, int debut) {
        var cipher = chiffres.prends();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, sousCle, new GCMParameterSpec(SCEAU * Byte.SIZE, octets, debut, NONCE));
            cipher.updateAAD(associees);
            cipher.doFinal(clair, 0, clair.length, octets, debut + NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM ne chiffre pas", e);
        }
        chiffres.rends(cipher);
    }

    /**
     * The clear text behind a nonce, a ciphertext and its tag that stand one after the other.
     *
     * @throws AEADBadTagException when any bit of it, or of the associated data, is not what was sealed
     */
    byte[] dechiffre(SecretKeySpec sousCle, byte[] associees, byte[] octets, int debut) throws AEADBadTagException {
        var cipher = chiffres.prends();
        try {
            cipher.init(Cipher.DECRYPT_MODE, sousCle, new GCMParameterSpec(SCEAU * Byte.SIZE, octets, debut, NONCE));
            cipher.updateAAD(associees);
            return cipher.doFinal(octets, debut + NONCE, octets.length - debut - NONCE);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM ne déchiffre pas", e);
        } finally {
            chiffres.rends(cipher);
        }
    }

    /** One AES block, from {@code entree} at {@code debut} into {@code sortie}. */
    void bloc(boolean aller, byte[] entree, int debut, byte[] sortie, int fin) {
        var reserve = aller ? blocsAller : blocsRetour;
        var cipher = reserve.prends();
        try {
            cipher.doFinal(entree, debut, 16, sortie, fin);
        } catch (ShortBufferException e) {
            throw new IllegalArgumentException("la sortie est trop courte", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES ne chiffre pas", e);
        }
        reserve.rends(cipher);
    }

    private Cipher bloc(int sens) {
        try {
            var cipher = cipher("AES/ECB/NoPadding");
            cipher.init(sens, cle);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuse sa clé", e);
        }
    }

    private static Cipher cipher(String transformation) {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(transformation + " manque à cette machine virtuelle", e);
        }
    }
}
