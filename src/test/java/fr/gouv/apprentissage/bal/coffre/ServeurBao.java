package fr.gouv.apprentissage.bal.coffre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * An OpenBao on a folder of its own, with its storage on disk, its audit in a file and one unseal key: it can be stopped, started again (sealed
 * then), sealed and unsealed. Transit, KV 2 and AppRole are mounted, and the master keys of the operator are made.
 */
public final class ServeurBao implements AutoCloseable {

    /** The keys that an operator makes before the first start of the application. */
    public static final List<String> CLES = List.of(
            "bal-identite",
            "bal-identifiant",
            "bal-contact",
            "bal-parcours",
            "bal-sensible",
            "bal-secrets",
            "bal-index",
            "bal-pseudonyme");

    private static final Duration DELAI = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static ServeurBao partage;

    private final Path dossier;
    private final int port;
    private Process processus;
    private String cleDeDescellement;
    private String jetonRacine;

    private ServeurBao(Path dossier, int port) {
        this.dossier = dossier;
        this.port = port;
    }

    /** One of its own for who stops or seals it. */
    public static ServeurBao demarre() {
        try {
            var serveur = new ServeurBao(Files.createTempDirectory("bal-bao"), portLibre());
            Runtime.getRuntime().addShutdownHook(new Thread(serveur::close));
            serveur.prepare();
            return serveur;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that tests share which leave it as it was: their own mounts or keys beside those of others. */
    public static synchronized ServeurBao partage() {
        if (partage == null) {
            partage = demarre();
        }
        return partage;
    }

    /** The program, for who starts one by hand. */
    public static Path programme() {
        return Binaire.trouve().orElseThrow();
    }

    /** Its address, without a path. */
    public URI adresse() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** May do everything. */
    public String jetonRacine() {
        return jetonRacine;
    }

    /** A call of the operator, who may do everything. The path is without {@code /v1/}; null for no body. */
    public JsonNode appelle(String methode, String chemin, Map<String, ?> corps) {
        return appelle(jetonRacine, methode, chemin, corps);
    }

    /** A call with a token; fails the test unless it is answered by 2xx. */
    public JsonNode appelle(String jeton, String methode, String chemin, Map<String, ?> corps) {
        var reponse = reponse(jeton, methode, chemin, corps);
        if (reponse.statut() / 100 != 2) {
            throw new AssertionError(methode + " " + chemin + " : " + reponse.statut() + " " + reponse.corps());
        }
        return reponse.corps();
    }

    /** What a call is answered. */
    public Reponse reponse(String jeton, String methode, String chemin, Map<String, ?> corps) {
        try {
            var requete = HttpRequest.newBuilder(adresse().resolve("/v1/" + chemin))
                    .timeout(DELAI)
                    .method(
                            methode,
                            corps == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(corps)));
            if (jeton != null) {
                requete.header("X-Vault-Token", jeton);
            }
            var reponse = HTTP.send(requete.build(), BodyHandlers.ofString());
            return new Reponse(reponse.statusCode(), JSON.readTree(reponse.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * An answer.
     *
     * @param statut HTTP status
     * @param corps JSON, or missing where there is no body
     */
    public record Reponse(int statut, JsonNode corps) {}

    /** A policy of that name, and a token that has it and nothing else (not even {@code default}). */
    public String jeton(String politique, String regles, Duration duree) {
        politique(politique, regles);
        return appelle(
                        "POST",
                        "auth/token/create",
                        Map.of(
                                "policies",
                                List.of(politique),
                                "no_default_policy",
                                true,
                                "ttl",
                                duree.toSeconds() + "s"))
                .at("/auth/client_token")
                .asText();
    }

    /**
     * How an application logs in by itself.
     *
     * @param id of the role
     * @param secret that goes with it
     */
    public record AppRole(String id, String secret) {}

    /** A role whose tokens have this policy alone, and last for so long, at most. */
    public AppRole appRole(String nom, String politique, Duration duree) {
        appelle(
                "POST",
                "auth/approle/role/" + nom,
                Map.of(
                        "token_policies",
                        List.of(politique),
                        "token_no_default_policy",
                        true,
                        "token_ttl",
                        duree.toSeconds() + "s",
                        "token_max_ttl",
                        duree.toSeconds() + "s"));
        var id = appelle("GET", "auth/approle/role/" + nom + "/role-id", null);
        var secret = appelle("POST", "auth/approle/role/" + nom + "/secret-id", Map.of());
        return new AppRole(
                id.at("/data/role_id").asText(), secret.at("/data/secret_id").asText());
    }

    /** Lets the service account {@code bal} of {@code apprentissage} log in from that cluster, under this role and with this policy alone. */
    public void kubernetes(GrappeKubernetes grappe, String role, String politique) {
        if (appelle("GET", "sys/auth", null).at("/data/kubernetes~1").isMissingNode()) {
            appelle("POST", "sys/auth/kubernetes", Map.of("type", "kubernetes"));
        }
        appelle(
                "POST",
                "auth/kubernetes/config",
                Map.of(
                        "kubernetes_host",
                        grappe.adresse(),
                        "kubernetes_ca_cert",
                        grappe.autorite(),
                        "disable_local_ca_jwt",
                        true));
        appelle(
                "POST",
                "auth/kubernetes/role/" + role,
                Map.of(
                        "bound_service_account_names",
                        "bal",
                        "bound_service_account_namespaces",
                        "apprentissage",
                        "token_policies",
                        List.of(politique),
                        "token_no_default_policy",
                        true,
                        "token_ttl",
                        "1h"));
    }

    /** A transit engine of its own for one test, with all the operator's keys; where it is mounted. */
    public String moteur(String nom) {
        appelle("POST", "sys/mounts/" + nom, Map.of("type", "transit"));
        creeLesCles(nom);
        return nom;
    }

    private void creeLesCles(String moteur) {
        CLES.forEach(cle -> appelle("POST", moteur + "/keys/" + cle, Map.of("type", "aes256-gcm96")));
        appelle("POST", moteur + "/keys/bal-journal", Map.of("type", "ed25519"));
    }

    /** Freezes it: it listens, and answers nobody. */
    public void gele() {
        signale("-STOP");
    }

    /** It goes on. */
    public void degele() {
        signale("-CONT");
    }

    private void signale(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(processus.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes a policy, in HCL. */
    public void politique(String nom, String regles) {
        appelle("PUT", "sys/policies/acl/" + nom, Map.of("policy", regles));
    }

    /** Requests that its audit has seen so far under any path that contains this text; each is counted once. */
    public long demandes(String chemin) {
        return new AuditBao(audit()).demandes(chemin);
    }

    /** Requests that its audit has seen so far of tokens with this policy, by path: {@link AuditBao#demandesSous}. */
    public Map<String, Long> demandesSous(String politique) {
        return new AuditBao(audit()).demandesSous(politique);
    }

    /** What its audit wrote: one JSON object a line, the request's path and the token's policies among them. */
    public Path audit() {
        return dossier.resolve("audit.jsonl");
    }

    /** Seals it: nothing opens, every call answers 503. */
    public void scelle() {
        appelle("PUT", "sys/seal", null);
    }

    public void descelle() {
        appelle(null, "PUT", "sys/unseal", Map.of("key", cleDeDescellement));
        attends(() -> reponse(null, "GET", "sys/health", null).statut() == 200);
    }

    /** Stops the process; calls are refused by the system then. */
    public void arrete() {
        processus.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same storage: sealed. */
    public void redemarre() {
        lance();
        attends(this::ecoute);
    }

    /** The process, for who would freeze it. */
    public ProcessHandle processus() {
        return processus.toHandle();
    }

    @Override
    public void close() {
        if (processus != null) {
            arrete();
        }
        try (var fichiers = Files.walk(dossier)) {
            fichiers.sorted((un, autre) -> autre.compareTo(un))
                    .forEach(fichier -> fichier.toFile().delete());
        } catch (IOException | UncheckedIOException dejaEfface) {
            return;
        }
    }

    private void prepare() throws IOException {
        Files.createDirectory(dossier.resolve("donnees"));
        Files.writeString(
                dossier.resolve("bao.hcl"),
                """
                storage "raft" {
                  path = "%1$s/donnees"
                  node_id = "test"
                  # alone, it has nobody to wait for when it elects itself
                  performance_multiplier = "1"
                }
                listener "tcp" {
                  address = "127.0.0.1:%2$d"
                  tls_disable = true
                }
                cluster_addr = "http://127.0.0.1:%3$d"
                api_addr = "http://127.0.0.1:%2$d"
                audit "file" "fichier" {
                  options {
                    file_path = "%1$s/audit.jsonl"
                  }
                }
                """
                        .formatted(dossier, port, portLibre()));
        lance();
        attends(this::ecoute);
        var initialise = appelle(null, "PUT", "sys/init", Map.of("secret_shares", 1, "secret_threshold", 1));
        cleDeDescellement = initialise.at("/keys/0").asText();
        jetonRacine = initialise.at("/root_token").asText();
        descelle();
        appelle("POST", "sys/mounts/transit", Map.of("type", "transit"));
        appelle("POST", "sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        appelle("POST", "sys/auth/approle", Map.of("type", "approle"));
        creeLesCles("transit");
    }

    private void lance() {
        try {
            processus = new ProcessBuilder(
                            Binaire.trouve().orElseThrow().toString(),
                            "server",
                            "-config=" + dossier.resolve("bao.hcl"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(dossier.resolve("sortie").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ecoute() {
        try {
            return reponse(null, "GET", "sys/seal-status", null).statut() == 200;
        } catch (UncheckedIOException pasEncore) {
            return false;
        }
    }

    private void attends(BooleanSupplier condition) {
        long fin = System.nanoTime() + DELAI.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > fin || !processus.isAlive()) {
                throw new AssertionError("OpenBao ne répond pas : voir " + dossier.resolve("sortie"));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static int portLibre() throws IOException {
        try (var prise = new ServerSocket(0)) {
            return prise.getLocalPort();
        }
    }
}
