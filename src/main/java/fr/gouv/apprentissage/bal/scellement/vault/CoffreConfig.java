package fr.gouv.apprentissage.bal.scellement.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator sets about Vault beside quarkus-vault's own keys. */
@ConfigMapping(prefix = "bal.scellement.vault")
public interface CoffreConfig {

    /** Where the transit engine is mounted. */
    @WithDefault("transit")
    String moteur();

    /** Longest time of one call, its login included; then Vault counts as out of reach. */
    @WithDefault("PT10S")
    Duration delai();
}
