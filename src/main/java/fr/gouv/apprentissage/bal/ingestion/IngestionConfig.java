package fr.gouv.apprentissage.bal.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys of {@code bal.ingestion}. */
@ConfigMapping(prefix = "bal.ingestion")
public interface IngestionConfig {

    /** How long a lease on a connector holds without a beat: a run whose replica died goes on after that. */
    @WithDefault("20S")
    Duration bail();

    /** How often each replica looks whether something is asked for. */
    @WithDefault("5S")
    Duration veille();

    /** What a run does where rows do not look as the contract of their source says. */
    @WithDefault("signaler")
    SurDerive derives();

    /** Rows that cannot be identified. */
    Quarantaine quarantaine();

    /** Keys of {@code bal.ingestion.quarantaine}. */
    interface Quarantaine {

        /** How many days a row stays there, at least 1. */
        @WithDefault("90")
        int conservation();
    }
}
