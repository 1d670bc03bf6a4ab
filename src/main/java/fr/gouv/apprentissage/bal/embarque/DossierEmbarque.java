package fr.gouv.apprentissage.bal.embarque;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that keeps everything of the embedded default between starts ({@code bal.embarque.dossier}).
 *
 * @param racine the folder itself, absolute
 */
record DossierEmbarque(Path racine) {

    DossierEmbarque {
        racine = racine.toAbsolutePath().normalize();
    }

    Path donnees() {
        return racine.resolve("postgresql");
    }

    /** Written once the database is complete: a folder without it is the rest of a first start that was interrupted. */
    Path temoin() {
        return racine.resolve("postgresql.pret");
    }

    Path journalPostgres() {
        return racine.resolve("postgresql.log");
    }

    Path cleDesJetons() {
        return racine.resolve("jetons.pem");
    }

    /**
     * Makes the folder, readable by its owner alone, and takes its lock, which the system gives back when this process
     * ends in whatever way.
     *
     * @return the lock: it holds as long as it is strongly reachable
     * @throws IllegalStateException when another process lives on the folder
     */
    FileChannel ouvre() {
        try {
            Files.createDirectories(racine, reserve("rwx------"));
            var verrou =
                    FileChannel.open(racine.resolve("verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (verrouille(verrou)) {
                return verrou;
            }
            verrou.close();
            throw new IllegalStateException("Le dossier de bal.embarque.dossier sert déjà à une autre instance : "
                    + "arrêtez-la, ou donnez à celle-ci un autre dossier.");
        } catch (IOException e) {
            throw new UncheckedIOException("Le dossier de bal.embarque.dossier ne peut être ni créé ni verrouillé.", e);
        }
    }

    private static boolean verrouille(FileChannel verrou) throws IOException {
        try {
            return verrou.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    /** The attribute that makes a file so readable, where the file system knows of that. */
    static FileAttribute<?>[] reserve(String droits) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(droits);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
