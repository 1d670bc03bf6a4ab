package fr.gouv.apprentissage.bal.habilitation.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of what is observed. */
@ConfigMapping(prefix = "bal.habilitations")
public interface ObservationConfig {

    /** Days for which an operation is kept after it was last met, 1 to 365. */
    @WithDefault("30")
    int observation();

    /** Between two writings. */
    @WithDefault("10s")
    Duration observationEcriture();

    /** Operations that are kept of one client, the last met first. */
    @WithDefault("1000")
    int observationOperations();
}
