package fr.gouv.apprentissage.bal.ingestion.depot;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys of {@code bal.depots}. */
@ConfigMapping(prefix = "bal.depots")
public interface DepotConfig {

    /** Most bytes of a file that is handed in. */
    @WithDefault("64M")
    MemorySize taille();

    /** Longest time in which a file must have come in. */
    @WithDefault("10M")
    Duration delai();

    /** How long a file waits that no run has read; an incomplete one too. */
    @WithDefault("P7D")
    Duration conservation();
}
