package fr.gouv.apprentissage.bal.fuite;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Text in capitals without accents, spaces, hyphens and apostrophes. What is no letter and no digit stays what it is. */
final class Plieur {

    private static final String ABSENTS = " -'’‐‑";
    private static final byte[] TABLE = new byte[0x250];

    static {
        for (char c = 0; c < TABLE.length; c++) {
            var base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                    .toUpperCase(Locale.ROOT)
                    .charAt(0);
            TABLE[c] = ABSENTS.indexOf(c) >= 0 ? 0 : (byte) (base < 128 && base > 0 ? base : '?');
        }
    }

    private Plieur() {}

    static String plie(String texte) {
        var octets = texte.getBytes(StandardCharsets.UTF_8);
        return new String(plie(octets, octets.length), StandardCharsets.ISO_8859_1);
    }

    /** A byte that is no UTF-8 stands for one unknown letter. */
    static byte[] plie(byte[] octets, int longueur) {
        var texte = new String(octets, 0, longueur, StandardCharsets.UTF_8);
        var plie = new byte[texte.length()];
        int n = 0;
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (c >= 0x300 && c < 0x370 || ABSENTS.indexOf(c) >= 0) {
                continue;
            }
            plie[n++] = c < TABLE.length ? TABLE[c] : (byte) '?';
        }
        return Arrays.copyOf(plie, n);
    }
}
