package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A proof as it is kept and shown.
 *
 * @param texte what was counted ({@link Preuve})
 * @param cle id of the key that signed
 * @param signature Ed25519 over the text's UTF-8
 */
public record PreuveSignee(String texte, String cle, byte[] signature) {

    private static final Duration DELAI = Duration.ofSeconds(30);

    /**
     * Has a text signed, and waits for it: never on an event loop.
     *
     * @throws SignatureIndisponible when who signs does not
     */
    public static PreuveSignee de(String texte, Signataire signataire) {
        try {
            var signe = signataire.signe(cle -> octets(texte)).await().atMost(DELAI);
            return new PreuveSignee(texte, signe.cle(), signe.signature());
        } catch (RuntimeException absente) {
            throw new SignatureIndisponible(absente);
        }
    }

    /** What is signed. */
    public static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    /** The text, then a line with the key and one with the signature in hexadecimal: these two are not part of what is signed. */
    public String montree() {
        return texte + "cle " + cle + "\nsignature " + HexFormat.of().formatHex(signature) + "\n";
    }
}
