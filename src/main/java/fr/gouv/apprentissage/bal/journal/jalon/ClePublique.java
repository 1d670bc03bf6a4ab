package fr.gouv.apprentissage.bal.journal.jalon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The key that checkpoints are verified by.
 *
 * @param id first 16 bytes of the SHA-256 of its X.509 form, in hexadecimal
 * @param cle Ed25519
 */
public record ClePublique(String id, PublicKey cle) {

    private static final int ID = 16;

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

    /** Whether the checkpoint is signed by this key. */
    public boolean signe(JalonSigne signe) {
        return signe.cle().equals(id) && verifie(FormeDeJalon.octets(signe.jalon(), signe.cle()), signe.signature());
    }

    /** Whether this is the key's signature of these bytes. */
    public boolean verifie(byte[] octets, byte[] signature) {
        try {
            var verification = Signature.getInstance("Ed25519");
            verification.initVerify(cle);
            verification.update(octets);
            return verification.verify(signature);
        } catch (GeneralSecurityException malFormee) {
            return false;
        }
    }
}
