package fr.gouv.apprentissage.bal.coffre;

import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.auth.VaultAppRoleAuthOptions;
import io.quarkus.vault.client.auth.VaultKubernetesAuthOptions;
import io.quarkus.vault.client.http.vertx.VertxVaultHttpClient;
import io.quarkus.vault.client.logging.LogConfidentialityLevel;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The client of quarkus-vault as an application has it: same transport, same logins, without an application. */
public final class AccesBao {

    private static final Vertx VERTX = Vertx.vertx();

    private AccesBao() {}

    /** With a token that nobody renews. */
    public static VaultClient parJeton(URI adresse, String jeton) {
        return client(adresse, Optional.empty()).clientToken(jeton).build();
    }

    /** With a token, trusting this certificate alone. */
    public static VaultClient parJeton(URI adresse, String jeton, TrustOptions confiance) {
        return client(adresse, Optional.of(confiance)).clientToken(jeton).build();
    }

    /**
     * With a login of its own.
     *
     * @param marge how long before its end a token is renewed ({@code quarkus.vault.renew-grace-period})
     */
    public static VaultClient parAppRole(URI adresse, ServeurBao.AppRole role, Duration marge) {
        return client(adresse, Optional.empty())
                .appRole(VaultAppRoleAuthOptions.builder()
                        .roleId(role.id())
                        .secretId(role.secret())
                        .caching(marge)
                        .build())
                .build();
    }

    /**
     * With the login of a pod.
     *
     * @param jeton file of the service account's token, read anew at each login
     */
    public static VaultClient parKubernetes(URI adresse, String role, Path jeton) {
        return client(adresse, Optional.empty())
                .kubernetes(VaultKubernetesAuthOptions.builder()
                        .role(role)
                        .jwtTokenPath(jeton)
                        .build())
                .build();
    }

    private static VaultClient.Builder client(URI adresse, Optional<TrustOptions> confiance) {
        var options = new WebClientOptions().setConnectTimeout(1000).setIdleTimeout(10);
        confiance.ifPresent(options::setTrustOptions);
        return VaultClient.builder()
                .baseUrl(adresse.toString())
                .executor(new VertxVaultHttpClient(WebClient.create(VERTX, options)))
                .requestTimeout(Duration.ofSeconds(2))
                .logConfidentialityLevel(LogConfidentialityLevel.MEDIUM);
    }
}
