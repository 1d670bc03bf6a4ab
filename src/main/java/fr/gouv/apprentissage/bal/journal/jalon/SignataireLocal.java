package fr.gouv.apprentissage.bal.journal.jalon;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Signs with the key of a local file: what the embedded default has in place of Vault. The public key stands beside it, in {@code .pub}. */
public final class SignataireLocal implements Signataire {

    private final PrivateKey privee;
    private final ClePublique publique;

    /**
     * Opens the file, or makes it with mode 0600.
     *
     * @throws IllegalStateException when others than its owner may read it, or it does not read
     */
    public SignataireLocal(Path fichier) {
        try {
            if (!Files.exists(fichier)) {
                cree(fichier);
            }
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier))
                    .endsWith("------")) {
                throw new IllegalStateException(
                        "bal.journal.cle est ouvert à d'autres que son propriétaire : retirez-leur ces droits (chmod 600)");
            }
            var octets = Pem.lis(Files.readString(fichier), Pem.PRIVEE);
            privee = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(octets));
            publique = ClePublique.lis(fichier);
            Files.writeString(
                    fichier.resolveSibling(fichier.getFileName() + ".pub"),
                    Pem.ecris(Pem.PUBLIQUE, publique.cle().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException("bal.journal.cle ne se lit ou ne s'écrit pas", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("bal.journal.cle n'est pas une clé Ed25519", e);
        }
    }

    @Override
    public String cle() {
        return publique.id();
    }

    @Override
    public Uni<List<ClePublique>> publiques() {
        return Uni.createFrom().item(List.of(publique));
    }

    @Override
    public Uni<byte[]> signe(byte[] octets) {
        return Uni.createFrom().item(() -> {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(privee);
                signature.update(octets);
                return signature.sign();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Ed25519 absent de cette JVM", impossible);
            }
        });
    }

    /** Whole or absent, its rights set before there is anything to read; of two processes the second takes the first one's. */
    private static void cree(Path fichier) throws IOException, GeneralSecurityException {
        var paire = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var dossier = Files.createDirectories(fichier.toAbsolutePath().getParent());
        var brouillon = Files.createTempFile(
                dossier,
                "journal",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    brouillon,
                    Pem.ecris(Pem.PRIVEE, paire.getPrivate().getEncoded())
                            + Pem.ecris(Pem.PUBLIQUE, paire.getPublic().getEncoded()));
            Files.createLink(fichier, brouillon);
        } catch (FileAlreadyExistsException premier) {
            return;
        } finally {
            Files.delete(brouillon);
        }
    }
}
