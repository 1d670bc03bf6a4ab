package fr.gouv.apprentissage.bal.scellement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator sets about epochs: how long a backup can be read. */
@ConfigMapping(prefix = "bal.scellement")
public interface EpoquesConfig {

    /** How long new secrets go under one epoch. More than zero. */
    @WithDefault("P30D")
    Duration epoque();

    /** Epochs before the current one whose keys are kept, so that backups open; older ones are destroyed. At least 0. */
    @WithDefault("2")
    int epoquesGardees();

    /** How secrets are wrapped anew. */
    Versement epoques();

    /** The pace of wrapping anew. */
    interface Versement {

        /** Secrets a second, of all processes together; 0: no bound. */
        @WithDefault("20000")
        int debit();

        /** Secrets a transaction, 1 to 100,000. */
        @WithDefault("5000")
        int lot();

        /** How often each process looks what is due. */
        @WithDefault("1m")
        Duration veille();
    }
}
