package fr.gouv.apprentissage.bal.embarque;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;

/**
 * Signs local tokens, of the shape that an OIDC provider gives: the client in {@code azp}, a person in {@code sub} only
 * where one is named, roles in {@code groups}.
 */
record Jetons(PrivateKey cle, Clock horloge) {

    static final String EMETTEUR = "urn:bal:embarque";
    static final String AUDIENCE = "bal";
    static final Duration VALIDITE = Duration.ofHours(12);

    /** DESIGN.md's demo clients, in the order in which they are shown. */
    static final List<String> CLIENTS_DE_DEMONSTRATION =
            List.of("lba", "tdb", "sans-droit", "administration", "delegue");

    private static final Map<String, String> ROLES = Map.of("administration", "administrateur", "delegue", "delegue");

    /** A token for a client alone. */
    String pour(String client) {
        return pour(client, "");
    }

    /** A token for a client, in the name of a person unless {@code agent} is empty. */
    String pour(String client, String agent) {
        var maintenant = horloge.instant();
        var revendications = Jwt.issuer(EMETTEUR)
                .audience(AUDIENCE)
                .issuedAt(maintenant)
                .expiresAt(maintenant.plus(VALIDITE))
                .claim("azp", client);
        if (!agent.isEmpty()) {
            revendications.subject(agent).claim(Claims.auth_time, maintenant.getEpochSecond());
        }
        if (ROLES.containsKey(client)) {
            revendications.groups(Set.of(ROLES.get(client)));
        }
        return revendications.jws().algorithm(SignatureAlgorithm.RS256).sign(cle);
    }
}
