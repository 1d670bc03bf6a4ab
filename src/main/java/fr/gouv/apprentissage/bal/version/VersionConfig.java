package fr.gouv.apprentissage.bal.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator sets about versions that live side by side. */
@ConfigMapping(prefix = "bal.version")
public interface VersionConfig {

    /** Between two signs of life of a process; one that gave none for six of them no longer counts. More than zero. */
    @WithDefault("10s")
    Duration battement();

    /** Keeps what is written in the versions of before, whatever the processes read: the way back to the older build stays open. */
    @WithDefault("false")
    boolean retenir();
}
