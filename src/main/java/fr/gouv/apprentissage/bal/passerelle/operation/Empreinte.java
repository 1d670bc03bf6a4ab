package fr.gouv.apprentissage.bal.passerelle.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of a document's very text in UTF-8, in lower-case hexadecimal: what automatic persisted queries call {@code sha256Hash}. */
public final class Empreinte {
    /** As an empreinte is written. */
    public static final Pattern FORME = Pattern.compile("[0-9a-f]{64}");

    private Empreinte() {}

    /** Of this text; white space counts. */
    public static String de(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
