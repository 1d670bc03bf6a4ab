package fr.gouv.apprentissage.bal.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys of {@code bal.contact}. */
@ConfigMapping(prefix = "bal.contact")
public interface ContactConfig {

    /** How often each replica takes away what may no longer be trusted. */
    @WithDefault("1h")
    Duration purge();
}
