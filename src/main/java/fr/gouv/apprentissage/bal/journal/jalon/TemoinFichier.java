package fr.gouv.apprentissage.bal.journal.jalon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends a line to a file, on disk before it counts.
 *
 * @param fichier made where it is absent
 */
record TemoinFichier(Path fichier) implements Temoin {

    @Override
    public void remets(JalonSigne jalon) throws IOException {
        Files.createDirectories(fichier.toAbsolutePath().getParent());
        try (var canal = FileChannel.open(
                fichier, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var ligne = ByteBuffer.wrap((JalonEnJson.ligne(jalon) + "\n").getBytes(StandardCharsets.UTF_8));
            while (ligne.hasRemaining()) {
                canal.write(ligne);
            }
            canal.force(true);
        }
    }
}
