package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One file of a folder.
 *
 * @param chemin where it is
 * @param taille in bytes
 * @param date when it was written last
 */
record PartDeFichier(Path chemin, long taille, Instant date) {

    /** The files of that format in the folder, by name; not those of folders within. */
    static List<PartDeFichier> dans(Path dossier, Format format) {
        if (!Files.isDirectory(dossier)) {
            throw new SourceRefusee("le dossier configuré n'existe pas");
        }
        try (var chemins = Files.list(dossier)) {
            return chemins.filter(un -> format.accepte(un.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(PartDeFichier::de)
                    .toList();
        } catch (IOException illisible) {
            throw new SourceIndisponible("le dossier configuré ne peut pas être lu");
        }
    }

    /** The same as long as its content is: a file that is written again is another part. */
    String nom() {
        return chemin.getFileName() + " " + taille + " " + date;
    }

    private static PartDeFichier de(Path chemin) {
        try {
            var date = Files.getLastModifiedTime(chemin).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return new PartDeFichier(chemin, Files.size(chemin), date);
        } catch (IOException parti) {
            throw new SourceIndisponible("un fichier du dossier configuré ne peut pas être lu");
        }
    }
}
