package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a file holds.
 *
 * @param relisible whether it can be opened any number of times; else it is being received, and can be read once
 * @param ouverture opens a stream that its reader closes
 */
record Contenu(boolean relisible, Ouverture ouverture) {

    /** Opens a stream. */
    @FunctionalInterface
    interface Ouverture {

        InputStream ouvre() throws IOException;
    }

    static Contenu de(Path fichier) {
        return relisible(() -> Files.newInputStream(fichier));
    }

    static Contenu recu(InputStream corps) {
        return new Contenu(false, () -> corps);
    }

    /** What can be opened any number of times. */
    static Contenu relisible(Ouverture ouverture) {
        return new Contenu(true, ouverture);
    }

    InputStream ouvre() throws IOException {
        return ouverture.ouvre();
    }
}
