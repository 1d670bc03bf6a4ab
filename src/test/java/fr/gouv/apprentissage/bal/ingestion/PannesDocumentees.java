package fr.gouv.apprentissage.bal.ingestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operators' manual says of faults: what a run tells must stand there as it is told. */
public final class PannesDocumentees {

    private static final String TITRE = "## Pannes des sources";

    private PannesDocumentees() {}

    /** Its chapter, lines joined. */
    public static String chapitre() {
        try {
            var manuel = Files.readString(Path.of("docs/operations.md"));
            var debut = manuel.indexOf(TITRE);
            var fin = manuel.indexOf("\n## ", debut + TITRE.length());
            return manuel.substring(debut, fin).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
