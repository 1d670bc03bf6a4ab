package fr.gouv.apprentissage.bal.scellement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The file of master keys on disk: one line for each key and version. */
final class FichierDeCles {

    private static final Set<PosixFilePermission> PROPRIETAIRE_SEUL = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DOSSIER = PosixFilePermissions.fromString("rwx------");
    private static final String ENTETE = "# Clés maîtresses de la boîte aux lettres, pour le développement seulement."
            + " Qui a ce fichier et la base lit tout.\n";

    private FichierDeCles() {}

    /**
     * The keys of the file, by name and version ({@code bal-identite 1}); makes the file if there is none.
     *
     * @throws IllegalStateException when others may read it, or it does not read as such a file
     */
    static Map<String, byte[]> ouvre(Path fichier, SecureRandom hasard) {
        try {
            if (!Files.exists(fichier)) {
                cree(fichier, hasard);
            }
            verifie(fichier);
            return lis(fichier);
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "le fichier de clés demande un système de fichiers avec des droits POSIX", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "le fichier de clés (bal.scellement.fichier) ne se lit ou ne s'écrit pas", e);
        }
    }

    // Written apart, with its rights set before there is anything to read, then linked: it is there whole or not at
    // all, and of two
    // processes that start together the second takes the first one's file.
    private static void cree(Path fichier, SecureRandom hasard) throws IOException {
        var dossier = fichier.toAbsolutePath().getParent();
        if (!Files.isDirectory(dossier)) {
            Files.createDirectories(dossier, PosixFilePermissions.asFileAttribute(DOSSIER));
        }
        var brouillon =
                Files.createTempFile(dossier, "cles", null, PosixFilePermissions.asFileAttribute(PROPRIETAIRE_SEUL));
        try {
            try (var canal = FileChannel.open(brouillon, StandardOpenOption.WRITE)) {
                canal.write(ByteBuffer.wrap(contenu(hasard).getBytes(StandardCharsets.UTF_8)));
                canal.force(true);
            }
            lie(fichier, brouillon);
        } finally {
            Files.delete(brouillon);
        }
    }

    private static void lie(Path fichier, Path brouillon) throws IOException {
        try {
            Files.createLink(fichier, brouillon);
        } catch (FileAlreadyExistsException e) {
            verifie(fichier);
        }
    }

    private static String contenu(SecureRandom hasard) {
        var texte = new StringBuilder(ENTETE);
        for (var maitresse : CleMaitresse.values()) {
            texte.append(ligne(maitresse, 1, hasard)).append('\n');
        }
        return texte.toString();
    }

    /** A fresh key, as a line of the file. */
    static String ligne(CleMaitresse maitresse, int version, SecureRandom hasard) {
        var octets = new byte[Moteurs.CLE];
        hasard.nextBytes(octets);
        return maitresse.nom() + " " + version + " " + Base64.getEncoder().encodeToString(octets);
    }

    private static void verifie(Path fichier) throws IOException {
        var droits = EnumSet.copyOf(Files.getPosixFilePermissions(fichier));
        droits.removeAll(DOSSIER);
        if (!droits.isEmpty()) {
            throw new IllegalStateException("le fichier de clés est ouvert à d'autres que son propriétaire ("
                    + PosixFilePermissions.toString(droits) + ") : retirez-leur ces droits (chmod 600)");
        }
    }

    private static Map<String, byte[]> lis(Path fichier) throws IOException {
        var cles = new HashMap<String, byte[]>();
        int numero = 0;
        for (var ligne : Files.readAllLines(fichier)) {
            numero++;
            if (ligne.isBlank() || ligne.startsWith("#")) {
                continue;
            }
            var mots = ligne.split(" ");
            if (mots.length != 3) {
                throw illisible(numero);
            }
            cles.put(mots[0] + " " + mots[1], octets(mots[2], numero));
        }
        return Map.copyOf(cles);
    }

    private static byte[] octets(String texte, int numero) {
        try {
            var octets = Base64.getDecoder().decode(texte);
            if (octets.length == Moteurs.CLE) {
                return octets;
            }
        } catch (IllegalArgumentException e) {
            throw illisible(numero);
        }
        throw illisible(numero);
    }

    private static IllegalStateException illisible(int ligne) {
        return new IllegalStateException("le fichier de clés est illisible à la ligne " + ligne);
    }
}
