package fr.gouv.apprentissage.bal.embarque;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.oidc.Keycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests over HTTP to a running application, with the tokens that it gives out itself, or Keycloak's where the build
 * was asked for it. */
public final class Appel {

    public static final String GRAPHQL = "application/graphql-response+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> AUCUN_ENTETE = Map.of();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> jetons = new ConcurrentHashMap<>();
    private final String racine;

    Appel(String racine) {
        this.racine = racine;
    }

    /** An answer. */
    public record Reponse(int statut, String corps) {

        public JsonNode json() {
            try {
                return JSON.readTree(corps);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        public JsonNode donnees() {
            return json().path("data");
        }

        /** Codes of its errors, in their order. */
        public List<String> codes() {
            return json().path("errors").findValuesAsText("code");
        }
    }

    public Reponse demande(String client, String document) {
        return demande(client, document, Map.of());
    }

    public Reponse demande(String client, String document, Map<String, ?> variables) {
        return demande(client, document, variables, AUCUN_ENTETE);
    }

    public Reponse demande(String client, String document, Map<String, ?> variables, Map<String, String> entetes) {
        try {
            return poste(client, JSON.writeValueAsString(Map.of("query", document, "variables", variables)), entetes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any body, as a client that has a token. */
    public Reponse poste(String client, String corps, Map<String, String> entetes) {
        var tous = new LinkedHashMap<>(entetes);
        tous.putIfAbsent("Authorization", "Bearer " + jeton(client));
        return poste(corps, tous);
    }

    /** Any body, with these headers alone. */
    public Reponse poste(String corps, Map<String, String> entetes) {
        var requete = HttpRequest.newBuilder(URI.create(racine + "/graphql"))
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(corps));
        var tous = new LinkedHashMap<>(entetes);
        tous.putIfAbsent("Content-Type", "application/json");
        tous.putIfAbsent("Accept", GRAPHQL);
        tous.forEach(requete::setHeader);
        return envoie(requete.build());
    }

    public Reponse lis(String chemin) {
        return envoie(HttpRequest.newBuilder(URI.create(racine + chemin)).build());
    }

    /** The same, as a client that has a token. */
    public Reponse lis(String client, String chemin) {
        return envoie(HttpRequest.newBuilder(URI.create(racine + chemin))
                .header("Authorization", "Bearer " + jeton(client))
                .build());
    }

    public String jeton(String client) {
        return jetons.computeIfAbsent(
                client,
                lui -> Keycloak.demande()
                        ? Keycloak.partage().jeton(lui)
                        : lis("/dev/jeton?client=" + lui).corps());
    }

    private Reponse envoie(HttpRequest requete) {
        try {
            var reponse = http.send(requete, BodyHandlers.ofString());
            return new Reponse(reponse.statusCode(), reponse.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
