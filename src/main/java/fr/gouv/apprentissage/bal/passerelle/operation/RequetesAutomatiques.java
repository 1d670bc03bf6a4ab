package fr.gouv.apprentissage.bal.passerelle.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Documents that clients sent with their hash, to send the hash alone from then on. Each client has its own, and drives out none of another's. */
@Singleton
class RequetesAutomatiques {
    private static final int CLIENTS = 10_000;
    private static final Duration OUBLI = Duration.ofHours(24);

    private final int parClient;
    private final Cache<String, Cache<String, String>> documents =
            Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(OUBLI).build();

    RequetesAutomatiques(
            @ConfigProperty(name = "bal.passerelle.requetes-automatiques", defaultValue = "200") int parClient) {
        this.parClient = parClient;
    }

    Optional<String> trouve(String client, String empreinte) {
        return Optional.ofNullable(siens(client).getIfPresent(empreinte));
    }

    void garde(String client, String empreinte, String document) {
        siens(client).put(empreinte, document);
    }

    private Cache<String, String> siens(String client) {
        return documents.get(
                client, nouveau -> Caffeine.newBuilder().maximumSize(parClient).build());
    }
}
