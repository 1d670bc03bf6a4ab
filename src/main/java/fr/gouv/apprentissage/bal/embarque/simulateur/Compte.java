package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** An account of HTTP Basic. */
public record Compte(String utilisateur, String secret) {

    /** An account with a secret that nobody knows yet. */
    public static Compte auHasard(String utilisateur) {
        var octets = new byte[24];
        new SecureRandom().nextBytes(octets);
        return new Compte(utilisateur, HexFormat.of().formatHex(octets));
    }

    boolean ouvre(String authorization) {
        var attendu = "Basic "
                + Base64.getEncoder().encodeToString((utilisateur + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return authorization != null
                && MessageDigest.isEqual(
                        attendu.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret does not show. */
    @Override
    public String toString() {
        return "Compte[" + utilisateur + "]";
    }
}
