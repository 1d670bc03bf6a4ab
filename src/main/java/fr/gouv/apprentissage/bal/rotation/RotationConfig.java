package fr.gouv.apprentissage.bal.rotation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Keys of {@code bal.rotation}. */
@ConfigMapping(prefix = "bal.rotation")
public interface RotationConfig {

    /** Rows of one batch, which is one transaction; 1 or more. */
    @WithDefault("500")
    int lot();

    /** Rows a second, of the whole cluster; 0: as fast as it goes. */
    @WithDefault("2000")
    int debit();

    /** How often each replica looks whether there is something to do. */
    @WithDefault("5s")
    Duration veille();

    /** When classes whose key is older than {@link #age} are turned; {@code off}: never by itself. */
    @WithDefault("off")
    String planification();

    /** Age of a version from which the schedule turns its class. */
    @WithDefault("P365D")
    Duration age();

    /** How long after the proof the older versions are retired; absent: by mutation alone. */
    Optional<Duration> retrait();
}
