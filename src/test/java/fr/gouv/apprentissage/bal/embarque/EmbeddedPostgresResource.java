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
 * annotate the test with {@link AvecBaseEmbarquee}, or name it in a test profile, whose arguments are configuration
 * keys that outrank its own.
 */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> configuration = new HashMap<>();
    private PartiesEmbarquees parties;
    private Path dossier;

    @Override
    public void init(Map<String, String> arguments) {
        configuration.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        try {
            dossier = Files.createTempDirectory("bal-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parties = PartiesEmbarquees.demarre(dossier.toString());
        var reponse = new HashMap<>(parties.configuration());
        reponse.put("bal.embarque.banniere", "false");
        reponse.put("quarkus.http.auth.permission.essai.paths", RouteDEssai.CHEMIN);
        reponse.put("quarkus.http.auth.permission.essai.policy", "authenticated");
        reponse.putAll(configuration);
        return reponse;
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
