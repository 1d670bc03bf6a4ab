package fr.gouv.apprentissage.bal.oidc;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A real Keycloak without Docker, where the build was asked for it ({@code -Pkeycloak}): one for all tests, its realm imported, its signing key
 * ours, so that tests can forge what it would have signed. Clients are made as they are asked for.
 */
public final class Keycloak {

    private static final String DOSSIER = System.getProperty("bal.test.keycloak", "");
    private static final String ROYAUME = "apprentissage";
    private static final String OPERATEUR = "operateur";
    private static final Duration DELAI = Duration.ofMinutes(15);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Keycloak partage;

    private final String racine;
    private final KeyPair cle;
    private Process processus;

    private Keycloak(int port, KeyPair cle) {
        this.racine = "http://127.0.0.1:" + port;
        this.cle = cle;
    }

    /** Whether the build was asked to run on it. */
    public static boolean demande() {
        return !DOSSIER.isBlank();
    }

    public static synchronized Keycloak partage() {
        if (partage == null) {
            try (var prise = new ServerSocket(0)) {
                int port = prise.getLocalPort();
                prise.close();
                var nouveau = new Keycloak(port, paire());
                nouveau.demarre(port);
                partage = nouveau;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return partage;
    }

    /** What {@code quarkus.oidc.auth-server-url} takes, and the issuer of its tokens. */
    public String adresse() {
        return racine + "/realms/" + ROYAUME;
    }

    /** What signs its tokens. */
    public KeyPair cle() {
        return cle;
    }

    /** The name under which it publishes that key. */
    public String kid() {
        var cles = envoie(
                requete("/realms/" + ROYAUME + "/protocol/openid-connect/certs").build());
        return new JsonObject(cles.body())
                .getJsonArray("keys").stream()
                        .map(JsonObject.class::cast)
                        .filter(publiee -> "sig".equals(publiee.getString("use")))
                        .map(publiee -> publiee.getString("kid"))
                        .findFirst()
                        .orElseThrow();
    }

    /** A token for a client alone; the client is made if it is not known. */
    public String jeton(String client) {
        var reponse = demandeUnJeton(client);
        if (reponse.statusCode() != 200) {
            ajoute(client);
            reponse = demandeUnJeton(client);
        }
        return jeton(reponse);
    }

    private HttpResponse<String> demandeUnJeton(String client) {
        return envoie(formulaire(
                "/realms/" + ROYAUME + "/protocol/openid-connect/token",
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", client)));
    }

    private void ajoute(String client) {
        var operateur = jeton(envoie(formulaire(
                "/realms/master/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        OPERATEUR,
                        "password",
                        OPERATEUR))));
        var reponse = envoie(requete("/admin/realms/" + ROYAUME + "/clients")
                .header("Authorization", "Bearer " + operateur)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Royaume.client(client).encode()))
                .build());
        if (reponse.statusCode() != 201) {
            throw new AssertionError("client refusé par Keycloak : " + reponse.statusCode() + " " + reponse.body());
        }
    }

    private static String jeton(HttpResponse<String> reponse) {
        if (reponse.statusCode() != 200) {
            throw new AssertionError("jeton refusé par Keycloak : " + reponse.statusCode() + " " + reponse.body());
        }
        return new JsonObject(reponse.body()).getString("access_token");
    }

    private void demarre(int port) throws IOException {
        var installe = Path.of(DOSSIER);
        var royaumes = Files.createDirectories(installe.resolve("data").resolve("import"));
        Files.writeString(
                royaumes.resolve(ROYAUME + ".json"), Royaume.de(ROYAUME, cle).encode());
        var sortie = installe.resolve("sortie.log");
        var commande = new ProcessBuilder(new ArrayList<>(List.of(
                        "sh",
                        installe.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--import-realm")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(sortie.toFile()));
        commande.environment().put("JAVA_HOME", System.getProperty("java.home"));
        commande.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        commande.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", OPERATEUR);
        commande.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", OPERATEUR);
        long debut = System.nanoTime();
        processus = commande.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::arrete));
        while (!repond()) {
            if (!processus.isAlive() || System.nanoTime() - debut > DELAI.toNanos()) {
                throw new AssertionError("Keycloak ne répond pas : voir " + sortie);
            }
            attends();
        }
        System.out.println("Keycloak répond après "
                + Duration.ofNanos(System.nanoTime() - debut).toMillis() + " ms");
    }

    private void arrete() {
        processus.descendants().forEach(ProcessHandle::destroyForcibly);
        processus.destroyForcibly();
    }

    private boolean repond() {
        try {
            return HTTP.send(
                                    requete("/realms/" + ROYAUME + "/.well-known/openid-configuration")
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException pasEncore) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void attends() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest formulaire(String chemin, Map<String, String> champs) {
        var corps = champs.entrySet().stream()
                .map(champ -> champ.getKey() + "=" + URLEncoder.encode(champ.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return requete(chemin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(corps))
                .build();
    }

    private HttpRequest.Builder requete(String chemin) {
        return HttpRequest.newBuilder(URI.create(racine + chemin)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> envoie(HttpRequest requete) {
        try {
            return HTTP.send(requete, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair paire() {
        try {
            var generateur = KeyPairGenerator.getInstance("RSA");
            generateur.initialize(2048);
            return generateur.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
