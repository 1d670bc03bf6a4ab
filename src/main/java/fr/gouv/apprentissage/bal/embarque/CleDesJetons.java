package fr.gouv.apprentissage.bal.embarque;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key that signs local tokens: RSA, because that is what {@code quarkus.oidc.public-key} reads. Made at the first
 * start, kept readable by its owner alone.
 */
record CleDesJetons(PrivateKey privee, PublicKey publique) {

    private static final String ALGORITHME = "RSA";
    private static final int TAILLE = 2048;
    private static final String DEBUT = "-----BEGIN PRIVATE KEY-----";
    private static final String FIN = "-----END PRIVATE KEY-----";

    /** The key of a file, made there if it does not exist. */
    static CleDesJetons dans(Path fichier) {
        try {
            if (!Files.exists(fichier)) {
                cree(fichier);
            }
            return lis(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException("La clé des jetons ne peut être ni lue ni créée.", e);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(
                    "La clé des jetons est illisible : effacez jetons.pem dans bal.embarque.dossier.", e);
        }
    }

    /** As {@code quarkus.oidc.public-key} takes it. */
    String publiqueEnBase64() {
        return Base64.getEncoder().encodeToString(publique.getEncoded());
    }

    private static void cree(Path fichier) throws IOException, GeneralSecurityException {
        var generateur = KeyPairGenerator.getInstance(ALGORITHME);
        generateur.initialize(TAILLE);
        byte[] privee = generateur.generateKeyPair().getPrivate().getEncoded();
        var texte =
                DEBUT + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privee) + "\n" + FIN + "\n";
        // Whole or absent: an interrupted first start must not leave half a key.
        var brouillon =
                Files.createTempFile(fichier.getParent(), "jetons", ".tmp", DossierEmbarque.reserve("rw-------"));
        Files.writeString(brouillon, texte, StandardCharsets.US_ASCII);
        Files.move(brouillon, fichier, StandardCopyOption.ATOMIC_MOVE);
    }

    private static CleDesJetons lis(Path fichier) throws IOException, GeneralSecurityException {
        var corps = Files.readString(fichier, StandardCharsets.US_ASCII)
                .replace(DEBUT, "")
                .replace(FIN, "");
        var fabrique = KeyFactory.getInstance(ALGORITHME);
        var privee = fabrique.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(corps)));
        var crt = (RSAPrivateCrtKey) privee;
        BigInteger exposant = crt.getPublicExponent();
        return new CleDesJetons(privee, fabrique.generatePublic(new RSAPublicKeySpec(crt.getModulus(), exposant)));
    }
}
