package fr.gouv.apprentissage.bal.habilitation.registre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the file of habilitations is: a path, or a resource of the application. */
final class FichierSource {

    private static final String RESSOURCE = "classpath:";

    private FichierSource() {}

    /** @throws UncheckedIOException when it is not there or cannot be read */
    static byte[] lis(String emplacement) {
        try (var flux = ouvre(emplacement)) {
            return flux.readAllBytes();
        } catch (IOException illisible) {
            throw new UncheckedIOException("bal.habilitations.fichier : le fichier ne peut pas être lu", illisible);
        }
    }

    private static InputStream ouvre(String emplacement) throws IOException {
        if (!emplacement.startsWith(RESSOURCE)) {
            return Files.newInputStream(Path.of(emplacement));
        }
        var flux = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream(emplacement.substring(RESSOURCE.length()));
        if (flux == null) {
            throw new IOException("aucune ressource de ce nom");
        }
        return flux;
    }
}
