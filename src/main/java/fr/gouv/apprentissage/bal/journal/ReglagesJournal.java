package fr.gouv.apprentissage.bal.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys under {@code bal.journal}, as {@link Reglages} tells of them. */
@ConfigMapping(prefix = "bal.journal")
interface ReglagesJournal {

    @WithDefault("2s")
    Duration attente();

    @WithDefault("5s")
    Duration delai();

    @WithDefault("10000")
    int file();

    @WithDefault("256")
    int lot();
}
