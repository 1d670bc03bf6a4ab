package fr.gouv.apprentissage.bal.journal.jalon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Keeps checkpoints outside the database, where who writes the journal cannot change them. It may get one twice, never out of order. */
public interface Temoin {

    /**
     * Hands a checkpoint over, and returns once it is kept. Blocks.
     *
     * @throws IOException when it was not kept, as far as one knows
     */
    void remets(JalonSigne jalon) throws IOException;

    /** The witness at an address: {@code http} or {@code https}, which is asked again as told, else a file. */
    static Temoin a(String adresse, Reprise reprise) {
        return adresse.startsWith("http://") || adresse.startsWith("https://")
                ? new TemoinHttp(URI.create(adresse), reprise)
                : new TemoinFichier(Path.of(adresse));
    }
}
