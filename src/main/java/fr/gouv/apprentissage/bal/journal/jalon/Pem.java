package fr.gouv.apprentissage.bal.journal.jalon;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). */
final class Pem {

    static final String PRIVEE = "PRIVATE KEY";
    static final String PUBLIQUE = "PUBLIC KEY";

    private Pem() {}

    static String ecris(String genre, byte[] octets) {
        var corps = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(octets);
        return "-----BEGIN " + genre + "-----\n" + corps + "\n-----END " + genre + "-----\n";
    }

    /** @throws IllegalArgumentException when the text holds none of this kind */
    static byte[] lis(String texte, String genre) {
        var trouve = Pattern.compile("-----BEGIN " + genre + "-----(.*?)-----END " + genre + "-----", Pattern.DOTALL)
                .matcher(texte);
        if (!trouve.find()) {
            throw new IllegalArgumentException("le fichier ne contient pas de « " + genre + " »");
        }
        return Base64.getMimeDecoder().decode(trouve.group(1));
    }
}
