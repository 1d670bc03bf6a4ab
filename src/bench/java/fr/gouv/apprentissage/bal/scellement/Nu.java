package fr.gouv.apprentissage.bal.scellement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Bare AES-256-GCM: one key, one engine, a random nonce before each ciphertext, the same associated data's length. */
final class Nu {

    static final byte[] ASSOCIEES = new byte[23];
    private static final int SCEAU = 128;
    private static final int NONCE = 12;

    private final SecureRandom hasard = new SecureRandom();
    private final String valeur;
    private final SecretKeySpec cle;
    private final Cipher cipher;

    Nu(String valeur) throws GeneralSecurityException {
        this.valeur = valeur;
        cle = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(ASSOCIEES), "AES");
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    List<byte[]> scelle(int combien) {
        var valeurs = new ArrayList<byte[]>();
        for (int i = 0; i < combien; i++) {
            var nonce = new byte[NONCE];
            hasard.nextBytes(nonce);
            valeurs.add(chiffre(cipher, cle, nonce, valeur.getBytes(StandardCharsets.UTF_8)));
        }
        return valeurs;
    }

    int ouvre(byte[] valeur) {
        return new String(dechiffre(cipher, cle, valeur), StandardCharsets.UTF_8).length();
    }

    static byte[] chiffre(Cipher cipher, SecretKeySpec cle, byte[] nonce, byte[] clair) {
        try {
            var sortie = Arrays.copyOf(nonce, NONCE + clair.length + SCEAU / Byte.SIZE);
            cipher.init(Cipher.ENCRYPT_MODE, cle, new GCMParameterSpec(SCEAU, nonce));
            cipher.updateAAD(ASSOCIEES);
            cipher.doFinal(clair, 0, clair.length, sortie, NONCE);
            return sortie;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] dechiffre(Cipher cipher, SecretKeySpec cle, byte[] valeur) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, cle, new GCMParameterSpec(SCEAU, valeur, 0, NONCE));
            cipher.updateAAD(ASSOCIEES);
            return cipher.doFinal(valeur, NONCE, valeur.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
