package fr.gouv.apprentissage.bal.scellement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator sets about keys. */
@ConfigMapping(prefix = "bal.scellement")
public interface ScellementConfig {

    /** The local file of master keys. Only the embedded default gives one; made at first start. */
    Optional<Path> fichier();

    /** How long unwrapped keys stay in memory; they are refreshed at half of it. More than zero. */
    @WithDefault("PT1H")
    Duration dureeEnMemoire();

    /** How long what is in memory serves once the holder is out of reach, counted from the first refresh that failed. */
    @WithDefault("PT10M")
    Duration autonomie();
}
