package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param fichier where it can be opened any number of times; empty: it is being received, and can be read once
 * @param ouverture opens a stream that its reader closes
 */
record Contenu(Optional<Path> fichier, Ouverture ouverture) {

    /** Opens a stream. */
    @FunctionalInterface
    interface Ouverture {

        InputStream ouvre() throws IOException;
    }

    static Contenu de(Path fichier) {
        return new Contenu(Optional.of(fichier), () -> Files.newInputStream(fichier));
    }

    static Contenu recu(InputStream corps) {
        return new Contenu(Optional.empty(), () -> corps);
    }

    InputStream ouvre() throws IOException {
        return ouverture.ouvre();
    }
}
