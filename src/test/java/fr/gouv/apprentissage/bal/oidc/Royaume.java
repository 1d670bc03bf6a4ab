package fr.gouv.apprentissage.bal.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The realm as docs/operations.md asks for it: tokens of services have an audience and roles, and name no person. */
final class Royaume {

    private static final Map<String, String> ROLES = Map.of("administration", "administrateur", "delegue", "delegue");
    private static final List<String> CLIENTS = List.of("lba", "tdb", "sans-droit", "administration", "delegue");

    private Royaume() {}

    /** To be imported; signs with this key. */
    static JsonObject de(String nom, KeyPair cle) {
        var clients = new JsonArray();
        CLIENTS.forEach(client -> clients.add(client(client)));
        return new JsonObject()
                .put("realm", nom)
                .put("enabled", true)
                .put("sslRequired", "none")
                .put("accessTokenLifespan", 43_200)
                .put(
                        "components",
                        new JsonObject().put("org.keycloak.keys.KeyProvider", new JsonArray().add(signature(cle))))
                .put("clients", clients);
    }

    /** A client; its secret is its name. */
    static JsonObject client(String nom) {
        var revendications = new JsonArray()
                .add(mapper(
                        "audience",
                        "oidc-audience-mapper",
                        new JsonObject().put("included.custom.audience", "bal").put("access.token.claim", "true")))
                // Keycloak names the account of the service there, as if it were a person: the client itself is none
                .add(fixe("sub", "String", nom));
        if (ROLES.containsKey(nom)) {
            revendications.add(
                    fixe("groups", "JSON", new JsonArray().add(ROLES.get(nom)).encode()));
        }
        return new JsonObject()
                .put("clientId", nom)
                .put("secret", nom)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("defaultClientScopes", new JsonArray())
                .put("optionalClientScopes", new JsonArray())
                .put("protocolMappers", revendications);
    }

    private static JsonObject signature(KeyPair cle) {
        var pem = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(cle.getPrivate().getEncoded());
        return new JsonObject()
                .put("name", "signature")
                .put("providerId", "rsa")
                .put(
                        "config",
                        new JsonObject()
                                .put(
                                        "privateKey",
                                        liste("-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----"))
                                .put("algorithm", liste("RS256"))
                                .put("priority", liste("100"))
                                .put("enabled", liste("true"))
                                .put("active", liste("true")));
    }

    private static JsonArray liste(String valeur) {
        return new JsonArray().add(valeur);
    }

    private static JsonObject fixe(String revendication, String genre, String valeur) {
        return mapper(
                revendication,
                "oidc-hardcoded-claim-mapper",
                new JsonObject()
                        .put("claim.name", revendication)
                        .put("claim.value", valeur)
                        .put("jsonType.label", genre)
                        .put("access.token.claim", "true"));
    }

    private static JsonObject mapper(String nom, String genre, JsonObject reglages) {
        return new JsonObject()
                .put("name", nom)
                .put("protocol", "openid-connect")
                .put("protocolMapper", genre)
                .put("config", reglages);
    }
}
