package fr.gouv.apprentissage.bal.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keys under {@code bal.journal}; the first four as {@link Reglages} tells of them. */
@ConfigMapping(prefix = "bal.journal")
public interface ReglagesJournal {

    /** Longest wait for a lock, inside the database. */
    @WithDefault("2s")
    Duration attente();

    /** Longest wait of an entry. */
    @WithDefault("5s")
    Duration delai();

    /** Entries that may wait. */
    @WithDefault("10000")
    int file();

    /** Entries of one commit. */
    @WithDefault("256")
    int lot();

    /** Between two checkpoints, of all processes together. */
    @WithDefault("1m")
    Duration jalon();

    /** Where checkpoints are handed to: a file, or an http(s) URL. Without it they stay in the database. */
    Optional<String> temoin();

    /** How long entries are kept, {@code P6M} to {@code P3Y}; the command that drops them reads it. */
    @WithDefault("P1Y")
    String conservation();

    /** What is unusual reading. */
    Alerte alerte();

    /** Keys under {@code bal.journal.alerte}. */
    interface Alerte {

        /** Between two looks. */
        @WithDefault("1h")
        Duration intervalle();

        /** Days before today that are looked at. */
        @WithDefault("14")
        int jours();

        /** Persons seen in a day, up to which nothing is unusual. */
        @WithDefault("1000")
        long personnes();

        /** Searches in a day that find nobody, up to which nothing is unusual. */
        @WithDefault("200")
        long recherches();

        /** How many times the most of the other days is unusual. */
        @WithDefault("5")
        int facteur();
    }

    /** The local key that signs checkpoints. Only the embedded default gives one; made at first start. */
    Optional<Path> cle();
}
