package fr.gouv.apprentissage.bal.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * An OIDC provider over HTTP: discovery, signing keys, and tokens for clients that give their secret. It remembers what it was asked, and can
 * turn its key.
 */
public final class FournisseurOidc implements AutoCloseable {

    private static final String ROYAUME = "/realms/apprentissage";
    private static final Map<String, String> ROLES = Map.of("administration", "administrateur", "delegue", "delegue");

    private final HttpServer serveur;
    private final Map<String, String> secrets;
    private final List<String> demandes = new CopyOnWriteArrayList<>();
    private final List<Cle> cles = new CopyOnWriteArrayList<>();

    private record Cle(String kid, KeyPair paire) {}

    private FournisseurOidc(HttpServer serveur, Map<String, String> secrets) {
        this.serveur = serveur;
        this.secrets = Map.copyOf(secrets);
    }

    /** Starts on a free port of the loopback address, with these clients and their secrets. */
    public static FournisseurOidc demarre(Map<String, String> secrets) {
        try {
            var serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var fournisseur = new FournisseurOidc(serveur, secrets);
            fournisseur.tourne();
            serveur.createContext("/", fournisseur::repond);
            serveur.setExecutor(Executors.newCachedThreadPool(tache -> {
                var fil = new Thread(tache, "oidc");
                fil.setDaemon(true);
                return fil;
            }));
            serveur.start();
            return fournisseur;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code quarkus.oidc.auth-server-url} takes, and the issuer of its tokens. */
    public String adresse() {
        return "http://127.0.0.1:" + serveur.getAddress().getPort() + ROYAUME;
    }

    /** How many requests came to a path that ends so. */
    public long demandes(String fin) {
        return demandes.stream().filter(chemin -> chemin.endsWith(fin)).count();
    }

    /** Signs with a new key from now on; the ones of before are still published. */
    public void tourne() {
        cles.add(new Cle("cle-" + (cles.size() + 1), paire()));
    }

    /** A token for a client alone. */
    public String jeton(String client) {
        return jeton(client, cles.get(cles.size() - 1));
    }

    /** A token that claims a key which is not published. */
    public String jetonDUneCleInconnue(String client, String kid) {
        return jeton(client, new Cle(kid, cles.get(0).paire()));
    }

    @Override
    public void close() {
        serveur.stop(0);
    }

    private String jeton(String client, Cle cle) {
        var maintenant = Instant.now();
        var jeton = Jwt.issuer(adresse())
                .audience("bal")
                .issuedAt(maintenant)
                .expiresAt(maintenant.plusSeconds(3_600))
                .claim("azp", client);
        if (ROLES.containsKey(client)) {
            jeton.groups(Set.of(ROLES.get(client)));
        }
        return jeton.jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(cle.kid())
                .sign(cle.paire().getPrivate());
    }

    private void repond(HttpExchange echange) throws IOException {
        var chemin = echange.getRequestURI().getPath();
        demandes.add(chemin);
        if (chemin.endsWith("/.well-known/openid-configuration")) {
            repond(echange, 200, decouverte());
        } else if (chemin.endsWith("/certs")) {
            repond(echange, 200, publiees());
        } else if (chemin.endsWith("/token")) {
            donne(echange);
        } else {
            repond(echange, 404, new JsonObject());
        }
    }

    private void donne(HttpExchange echange) throws IOException {
        var formulaire = formulaire(echange);
        var client = formulaire.getOrDefault("client_id", "");
        if (!"client_credentials".equals(formulaire.get("grant_type"))
                || !formulaire.getOrDefault("client_secret", "").equals(secrets.get(client))) {
            repond(echange, 401, new JsonObject().put("error", "invalid_client"));
            return;
        }
        repond(
                echange,
                200,
                new JsonObject()
                        .put("access_token", jeton(client))
                        .put("token_type", "Bearer")
                        .put("expires_in", 3_600));
    }

    private JsonObject decouverte() {
        var protocole = adresse() + "/protocol/openid-connect";
        return new JsonObject()
                .put("issuer", adresse())
                .put("token_endpoint", protocole + "/token")
                .put("introspection_endpoint", protocole + "/token/introspect")
                .put("userinfo_endpoint", protocole + "/userinfo")
                .put("authorization_endpoint", protocole + "/auth")
                .put("jwks_uri", protocole + "/certs");
    }

    private JsonObject publiees() {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var publiees = new JsonArray();
        cles.forEach(cle -> {
            var publique = (RSAPublicKey) cle.paire().getPublic();
            publiees.add(new JsonObject()
                    .put("kid", cle.kid())
                    .put("kty", "RSA")
                    .put("alg", "RS256")
                    .put("use", "sig")
                    .put(
                            "n",
                            base64.encodeToString(
                                    sansSigne(publique.getModulus().toByteArray())))
                    .put("e", base64.encodeToString(publique.getPublicExponent().toByteArray())));
        });
        return new JsonObject().put("keys", publiees);
    }

    private static byte[] sansSigne(byte[] octets) {
        return octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
    }

    private static Map<String, String> formulaire(HttpExchange echange) throws IOException {
        var corps = new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var champs = new HashMap<String, String>();
        for (var champ : new ArrayList<>(List.of(corps.split("&")))) {
            var parties = champ.split("=", 2);
            if (parties.length == 2) {
                champs.put(parties[0], URLDecoder.decode(parties[1], StandardCharsets.UTF_8));
            }
        }
        return champs;
    }

    private static void repond(HttpExchange echange, int statut, JsonObject corps) throws IOException {
        var octets = corps.encode().getBytes(StandardCharsets.UTF_8);
        echange.getResponseHeaders().add("Content-Type", "application/json");
        echange.sendResponseHeaders(statut, octets.length);
        echange.getResponseBody().write(octets);
        echange.close();
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
