package fr.gouv.apprentissage.bal.scellement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes the file of master keys: written apart, flushed, then put in its place in one step, so that who reads finds the old one or the new one,
 * whole, whatever dies when. Of two processes one waits, on a lock file beside it: a lock on the file itself would go with the file.
 */
final class ReecritureDeFichier {

    private ReecritureDeFichier() {}

    /** Puts the lines that the change makes of those of the file in their place; leaves it alone when they are the same. */
    static synchronized void reecris(Path fichier, UnaryOperator<List<String>> changement) {
        var dossier = fichier.toAbsolutePath().getParent();
        var droits = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var ouverture = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (var canal = FileChannel.open(verrou(fichier), ouverture, droits);
                var verrou = canal.lock()) {
            var lignes = Files.readAllLines(fichier);
            var nouvelles = changement.apply(lignes);
            if (verrou.isValid() && !nouvelles.equals(lignes)) {
                var brouillon = Files.createTempFile(dossier, "cles", null, droits);
                ecris(brouillon, nouvelles);
                Files.move(brouillon, fichier, StandardCopyOption.ATOMIC_MOVE);
                flushe(dossier);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("le fichier de clés (bal.scellement.fichier) ne s'écrit pas", e);
        }
    }

    static Path verrou(Path fichier) {
        return fichier.resolveSibling(fichier.getFileName() + ".verrou");
    }

    private static void ecris(Path brouillon, List<String> lignes) throws IOException {
        try (var canal = FileChannel.open(brouillon, StandardOpenOption.WRITE)) {
            var octets = ByteBuffer.wrap((String.join("\n", lignes) + "\n").getBytes(StandardCharsets.UTF_8));
            while (octets.hasRemaining()) {
                canal.write(octets);
            }
            canal.force(true);
        }
    }

    // The rename too is on disk: a destroyed version does not come back with a power cut.
    private static void flushe(Path dossier) throws IOException {
        try (var canal = FileChannel.open(dossier, StandardOpenOption.READ)) {
            canal.force(true);
        }
    }
}
