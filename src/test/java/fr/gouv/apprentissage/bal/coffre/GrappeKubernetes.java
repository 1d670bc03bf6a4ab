package fr.gouv.apprentissage.bal.coffre;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * As much of a Kubernetes cluster as a login by service account needs: tokens of service accounts as the kubelet projects them, and the API
 * that reviews them ({@code authentication.k8s.io/v1}, TokenReview), which verifies signature and end and knows which pods are gone.
 */
public final class GrappeKubernetes implements AutoCloseable {

    private static final String EMETTEUR = "https://kubernetes.default.svc.cluster.local";
    private static final String REVUE = "/apis/authentication.k8s.io/v1/tokenreviews";

    private final HttpsServer serveur;
    private final KeyPair cle;
    private final X509Certificate certificat;
    private final AtomicInteger revues = new AtomicInteger();
    private final Set<String> disparus = ConcurrentHashMap.newKeySet();

    private GrappeKubernetes(HttpsServer serveur, KeyPair cle, X509Certificate certificat) {
        this.serveur = serveur;
        this.cle = cle;
        this.certificat = certificat;
    }

    /**
     * Starts its API, over TLS, on a free port of the loopback address.
     *
     * @param dossier for its certificate
     */
    public static GrappeKubernetes demarre(Path dossier) throws IOException, InterruptedException {
        try {
            var coffret = Certificat.dans(dossier);
            var magasin = KeyStore.getInstance(Path.of(coffret.getPath()).toFile(), mot(coffret));
            var gestion = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            gestion.init(magasin, mot(coffret));
            var tls = SSLContext.getInstance("TLS");
            tls.init(gestion.getKeyManagers(), null, null);
            var generateur = KeyPairGenerator.getInstance("RSA");
            generateur.initialize(2048);
            var serveur = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serveur.setHttpsConfigurator(new HttpsConfigurator(tls));
            var grappe = new GrappeKubernetes(
                    serveur, generateur.generateKeyPair(), (X509Certificate) magasin.getCertificate("localhost"));
            serveur.createContext(REVUE, grappe::revois);
            serveur.setExecutor(Executors.newCachedThreadPool(tache -> {
                var fil = new Thread(tache, "kubernetes");
                fil.setDaemon(true);
                return fil;
            }));
            serveur.start();
            return grappe;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static char[] mot(PfxOptions coffret) {
        return coffret.getPassword().toCharArray();
    }

    /** Where its API is, without a path. */
    public String adresse() {
        return "https://localhost:" + serveur.getAddress().getPort();
    }

    /** What proves it to be itself, in PEM. */
    public String autorite() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificat.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token as it is projected into a pod of that service account. */
    public String jeton(String espace, String compte) {
        var maintenant = Instant.now();
        return Jwt.issuer(EMETTEUR)
                .subject("system:serviceaccount:" + espace + ":" + compte)
                .audience(Set.of(EMETTEUR, "k8s"))
                .issuedAt(maintenant)
                .expiresAt(maintenant.plus(Duration.ofHours(1)))
                .claim(
                        "kubernetes.io",
                        Map.of("namespace", espace, "serviceaccount", Map.of("name", compte, "uid", uid(compte))))
                .jws()
                .sign(cle.getPrivate());
    }

    /** The pod of this token is gone: the API vouches for it no longer. */
    public void supprime(String jeton) {
        disparus.add(jeton);
    }

    /** How many tokens it was asked about. */
    public int revues() {
        return revues.get();
    }

    @Override
    public void close() {
        serveur.stop(0);
    }

    private void revois(HttpExchange echange) throws IOException {
        revues.incrementAndGet();
        var demande = new JsonObject(new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var jeton = demande.getJsonObject("spec").getString("token");
        var reponse = new JsonObject()
                .put("apiVersion", "authentication.k8s.io/v1")
                .put("kind", "TokenReview")
                .put("metadata", new JsonObject())
                .put("spec", demande.getJsonObject("spec"))
                .put("status", statut(jeton));
        var octets = reponse.toBuffer().getBytes();
        echange.getResponseHeaders().set("Content-Type", "application/json");
        echange.sendResponseHeaders(201, octets.length);
        try (var corps = echange.getResponseBody()) {
            corps.write(octets);
        }
    }

    private JsonObject statut(String jeton) {
        if (!signe(jeton) || disparus.contains(jeton)) {
            return new JsonObject()
                    .put("user", new JsonObject())
                    .put("error", "[invalid bearer token, service account token has been invalidated]");
        }
        var revendications = new JsonObject(
                new String(Base64.getUrlDecoder().decode(jeton.split("\\.")[1]), StandardCharsets.UTF_8));
        if (revendications.getLong("exp") < Instant.now().getEpochSecond()) {
            return new JsonObject().put("user", new JsonObject()).put("error", "[invalid bearer token, expired]");
        }
        var compte = revendications.getJsonObject("kubernetes.io");
        return new JsonObject()
                .put("authenticated", true)
                .put(
                        "user",
                        new JsonObject()
                                .put("username", revendications.getString("sub"))
                                .put(
                                        "uid",
                                        compte.getJsonObject("serviceaccount").getString("uid"))
                                .put(
                                        "groups",
                                        new JsonArray()
                                                .add("system:serviceaccounts")
                                                .add("system:serviceaccounts:" + compte.getString("namespace"))
                                                .add("system:authenticated")))
                .put("audiences", new JsonArray().add(EMETTEUR));
    }

    private boolean signe(String jeton) {
        try {
            var fin = jeton.lastIndexOf('.');
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(cle.getPublic());
            signature.update(jeton.substring(0, fin).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(jeton.substring(fin + 1)));
        } catch (GeneralSecurityException | RuntimeException illisible) {
            return false;
        }
    }

    private static String uid(String compte) {
        return java.util
                .UUID
                .nameUUIDFromBytes(compte.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
