package fr.gouv.apprentissage.bal.journal.jalon;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The key that checkpoints are verified by.
 *
 * @param id first 16 bytes of the SHA-256 of its X.509 form, in hexadecimal
 * @param cle Ed25519
 */
public record ClePublique(String id, PublicKey cle) {

    private static final int ID = 16;
    /** What RFC 8410 puts before the key's bytes. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static ClePublique de(PublicKey cle) {
        return new ClePublique(HexFormat.of().formatHex(FormeDeJalon.empreinte(cle.getEncoded()), 0, ID), cle);
    }

    /**
     * Reads a PEM file.
     *
     * @throws IOException when it does not read
     * @throws GeneralSecurityException when it holds no Ed25519 public key
     */
    public static ClePublique lis(Path fichier) throws IOException, GeneralSecurityException {
        var octets = Pem.lis(Files.readString(fichier), Pem.PUBLIQUE);
        return de(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(octets)));
    }

    /**
     * Reads all that a file holds: a PEM file, or what Vault answers for its key ({@code GET transit/keys/bal-journal}), where each version is
     * one, so that checkpoints from before the key turned are verified too.
     *
     * @throws IOException when it does not read
     * @throws GeneralSecurityException when it holds no Ed25519 public key
     */
    public static List<ClePublique> lisToutes(Path fichier) throws IOException, GeneralSecurityException {
        var texte = Files.readString(fichier).strip();
        if (!texte.startsWith("{")) {
            return List.of(lis(fichier));
        }
        var versions =
                new JsonObject(texte).getJsonObject("data", new JsonObject()).getJsonObject("keys");
        if (versions == null || versions.isEmpty()) {
            throw new InvalidKeyException("aucune version dans la réponse de Vault");
        }
        return versions.stream()
                .map(version -> ((JsonObject) version.getValue()).getString("public_key"))
                .map(cle -> brute(Base64.getDecoder().decode(cle)))
                .toList();
    }

    /**
     * From the 32 bytes of RFC 8032.
     *
     * @throws IllegalArgumentException when they are none
     */
    static ClePublique brute(byte[] octets) {
        var x509 = new byte[X509.length + octets.length];
        System.arraycopy(X509, 0, x509, 0, X509.length);
        System.arraycopy(octets, 0, x509, X509.length, octets.length);
        try {
            return de(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("pas une clé publique Ed25519", e);
        }
    }

    /** Whether the checkpoint is signed by this key. */
    public boolean signe(JalonSigne signe) {
        try {
            var verification = Signature.getInstance("Ed25519");
            verification.initVerify(cle);
            verification.update(FormeDeJalon.octets(signe.jalon(), signe.cle()));
            return signe.cle().equals(id) && verification.verify(signe.signature());
        } catch (GeneralSecurityException malFormee) {
            return false;
        }
    }
}
