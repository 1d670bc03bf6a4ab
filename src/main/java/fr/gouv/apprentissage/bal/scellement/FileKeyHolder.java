package fr.gouv.apprentissage.bal.scellement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;

/**
 * Master keys in a local file: what the embedded default has in place of Vault. What it wraps is a format byte, the master key's version (4
 * bytes), a nonce and the ciphertext with its tag, AES-256-GCM with the first two and the master key's name as associated data.
 */
final class FileKeyHolder implements KeyHolder {

    private static final byte FORMAT = 1;
    private static final int ENTETE = 1 + Integer.BYTES;
    private static final int LONGUEUR = ENTETE + Moteurs.NONCE + Moteurs.CLE + Moteurs.SCEAU;
    private static final int VERSION = 1;

    private final Map<String, byte[]> cles;
    private final SecureRandom hasard;

    /**
     * Opens the file, or makes it with mode 0600.
     *
     * @throws IllegalStateException when others than its owner may read it, or it does not read
     */
    FileKeyHolder(Path fichier, SecureRandom hasard) {
        this.cles = FichierDeCles.ouvre(fichier, hasard);
        this.hasard = hasard;
    }

    @Override
    public byte[] nouvelle(CleMaitresse maitresse) {
        var octets = new byte[Moteurs.CLE];
        hasard.nextBytes(octets);
        return enveloppe(maitresse, octets);
    }

    private byte[] enveloppe(CleMaitresse maitresse, byte[] octets) {
        var nonce = new byte[Moteurs.NONCE];
        hasard.nextBytes(nonce);
        var enveloppe =
                ByteBuffer.allocate(LONGUEUR).put(FORMAT).putInt(VERSION).put(nonce);
        var moteurs = moteurs(maitresse, VERSION);
        moteurs.chiffre(
                moteurs.cle(), nonce, associees(maitresse, VERSION), octets, enveloppe.array(), enveloppe.position());
        return enveloppe.array();
    }

    @Override
    public byte[] deballe(CleMaitresse maitresse, byte[] enveloppe) {
        if (enveloppe.length != LONGUEUR || enveloppe[0] != FORMAT) {
            throw new ClesRefusees(
                    Panne.ENVELOPPE_ABIMEE, maitresse.nom() + " : l'enveloppe n'est pas de ce détenteur");
        }
        int version = ByteBuffer.wrap(enveloppe).getInt(1);
        var moteurs = moteurs(maitresse, version);
        try {
            return moteurs.dechiffre(moteurs.cle(), associees(maitresse, version), enveloppe, ENTETE);
        } catch (AEADBadTagException e) {
            throw new ClesRefusees(
                    Panne.ENVELOPPE_ABIMEE,
                    maitresse.nom() + " : l'enveloppe ne s'ouvre pas avec la clé du fichier"
                            + " (abîmée, ou scellée avec un autre fichier)");
        }
    }

    @Override
    public List<byte[]> renveloppe(CleMaitresse maitresse, List<byte[]> enveloppes) {
        return enveloppes.stream().map(une -> renveloppe(maitresse, une)).toList();
    }

    private byte[] renveloppe(CleMaitresse maitresse, byte[] enveloppe) {
        var octets = deballe(maitresse, enveloppe);
        return ByteBuffer.wrap(enveloppe).getInt(1) == VERSION ? enveloppe : enveloppe(maitresse, octets);
    }

    private Moteurs moteurs(CleMaitresse maitresse, int version) {
        var octets = cles.get(maitresse.nom() + " " + version);
        if (octets == null) {
            throw new ClesRefusees(
                    Panne.VERSION_RETIREE, maitresse.nom() + " : la version " + version + " manque au fichier de clés");
        }
        return new Moteurs(octets);
    }

    private static byte[] associees(CleMaitresse maitresse, int version) {
        var nom = maitresse.nom().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(ENTETE + nom.length)
                .put(FORMAT)
                .putInt(version)
                .put(nom)
                .array();
    }
}
