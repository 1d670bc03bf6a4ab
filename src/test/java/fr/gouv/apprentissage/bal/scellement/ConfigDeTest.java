package fr.gouv.apprentissage.bal.scellement;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

record ConfigDeTest(Duration dureeEnMemoire, Duration autonomie) implements ScellementConfig {

    static final ConfigDeTest PAR_DEFAUT = new ConfigDeTest(Duration.ofHours(1), Duration.ofMinutes(10));

    @Override
    public Optional<Path> fichier() {
        return Optional.empty();
    }
}
