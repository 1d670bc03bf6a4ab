package fr.gouv.apprentissage.bal.journal;

import java.time.Duration;

/**
 * How long, and how many.
 *
 * @param attente longest wait for a lock, inside the database
 * @param delai longest wait of an entry, connection and queue included
 * @param file entries that may wait; beyond, they fail at once
 * @param lot entries of one commit
 */
public record Reglages(Duration attente, Duration delai, int file, int lot) {

    /** What holds where nothing is configured. */
    public static final Reglages DEFAUT = new Reglages(Duration.ofSeconds(2), Duration.ofSeconds(5), 10_000, 256);

    public Reglages {
        if (attente.toMillis() < 1 || delai.toMillis() < 1 || file < 1 || lot < 1) {
            throw new IllegalArgumentException("bal.journal : attente, delai, file et lot sont positifs");
        }
    }
}
