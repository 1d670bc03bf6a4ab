package fr.gouv.apprentissage.bal.embarque;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** A token signed by hand, since the library adds the claims that a test wants to be missing. */
final class SignatureDeTest {

    private SignatureDeTest() {}

    static String rs256(JsonObject revendications, PrivateKey cle) {
        try {
            var texte = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                    + encode(revendications.encode().getBytes(StandardCharsets.UTF_8));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(cle);
            signature.update(texte.getBytes(StandardCharsets.US_ASCII));
            return texte + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
