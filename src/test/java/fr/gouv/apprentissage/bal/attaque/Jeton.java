package fr.gouv.apprentissage.bal.attaque;

import fr.gouv.apprentissage.bal.oidc.Keycloak;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token made by hand, valid until something in it is changed.
 *
 * @param entete its header
 * @param revendications its claims
 */
record Jeton(JsonObject entete, JsonObject revendications) {

    static Jeton valable(String client) {
        long maintenant = Instant.now().getEpochSecond();
        var entete = new JsonObject().put("alg", "RS256").put("typ", "JWT");
        if (Keycloak.demande()) {
            entete.put("kid", Keycloak.partage().kid());
        }
        return new Jeton(
                entete,
                new JsonObject()
                        .put("iss", Keycloak.demande() ? Keycloak.partage().adresse() : "urn:bal:embarque")
                        .put("aud", "bal")
                        .put("iat", maintenant)
                        .put("exp", maintenant + 600)
                        .put("azp", client));
    }

    Jeton avec(String nom, Object valeur) {
        return new Jeton(entete, revendications.copy().put(nom, valeur));
    }

    Jeton sans(String nom) {
        var copie = revendications.copy();
        copie.remove(nom);
        return new Jeton(entete, copie);
    }

    Jeton enTete(String nom, Object valeur) {
        return new Jeton(entete.copy().put(nom, valeur), revendications);
    }

    String signe(PrivateKey cle) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(cle);
            signature.update(texte().getBytes(StandardCharsets.US_ASCII));
            return avec(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signe(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return enTete("alg", "HS256")
                    .avec(mac.doFinal(enTete("alg", "HS256").texte().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims with this signature. */
    String avec(byte[] signature) {
        return texte() + "." + encode(signature);
    }

    /** Key of the application's own provider. */
    static KeyPair cleDe(Path embarque) throws IOException, GeneralSecurityException {
        if (Keycloak.demande()) {
            return Keycloak.partage().cle();
        }
        var pem = Files.readString(embarque.resolve("jetons.pem")).replaceAll("-----[A-Z ]+-----", "");
        var fabrique = KeyFactory.getInstance("RSA");
        var privee = (RSAPrivateCrtKey) fabrique.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        PublicKey publique =
                fabrique.generatePublic(new RSAPublicKeySpec(privee.getModulus(), privee.getPublicExponent()));
        return new KeyPair(publique, privee);
    }

    /** Key of nobody. */
    static KeyPair autreCle() throws GeneralSecurityException {
        var generateur = KeyPairGenerator.getInstance("RSA");
        generateur.initialize(2048);
        return generateur.generateKeyPair();
    }

    private String texte() {
        return encode(entete.encode().getBytes(StandardCharsets.UTF_8)) + "."
                + encode(revendications.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
