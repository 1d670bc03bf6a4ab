package fr.gouv.apprentissage.bal.embarque;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A fresh PostgreSQL and a fresh key of tokens for a {@code @QuarkusTest}, by the same starter as in dev and demo:
 * annotate the test with {@link AvecBaseEmbarquee}.
 */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {

    private PartiesEmbarquees parties;
    private Path dossier;

    @Override
    public Map<String, String> start() {
        try {
            dossier = Files.createTempDirectory("bal-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parties = PartiesEmbarquees.demarre(dossier.toString());
        var configuration = new HashMap<>(parties.configuration());
        configuration.put("bal.embarque.banniere", "false");
        return configuration;
    }

    @Override
    public void stop() {
        if (parties == null) {
            return;
        }
        parties.arrete();
        try {
            ServeurEmbarque.efface(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
