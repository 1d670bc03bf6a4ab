package fr.gouv.apprentissage.bal.rotation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A proof as it is kept and shown.
 *
 * @param texte what was counted ({@link Preuve})
 * @param cle id of the key that signed
 * @param signature Ed25519 over the text's UTF-8
 */
public record PreuveSignee(String texte, String cle, byte[] signature) {

    /** What is signed. */
    public static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    /** The text, then a line with the key and one with the signature in hexadecimal: these two are not part of what is signed. */
    public String montree() {
        return texte + "cle " + cle + "\nsignature " + HexFormat.of().formatHex(signature) + "\n";
    }
}
