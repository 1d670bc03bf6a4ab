package fr.gouv.apprentissage.bal.embarque;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens that the application under test accepts: those of its own embedded key. */
public final class JetonsDeTest {

    private JetonsDeTest() {}

    /** A valid token for a client alone. */
    public static String pour(String client) {
        return jetons().pour(client);
    }

    /** A valid token for a client, in the name of a person. */
    public static String pour(String client, String agent) {
        return jetons().pour(client, agent);
    }

    /** The same as the value of the header {@code Authorization}. */
    public static String enTete(String client) {
        return "Bearer " + pour(client);
    }

    /** A valid token for a client, with these claims beside. */
    public static String avec(String client, Map<String, ?> revendications) {
        var maintenant = Instant.now();
        var jeton = Jwt.issuer(Jetons.EMETTEUR)
                .audience(Jetons.AUDIENCE)
                .issuedAt(maintenant)
                .expiresAt(maintenant.plusSeconds(600))
                .claim("azp", client);
        revendications.forEach(jeton::claim);
        return jeton.jws().algorithm(SignatureAlgorithm.RS256).sign(cle().privee());
    }

    static CleDesJetons cle() {
        var dossier = ConfigProvider.getConfig().getValue(Cles.DOSSIER, String.class);
        return CleDesJetons.dans(new DossierEmbarque(Path.of(dossier)).cleDesJetons());
    }

    private static Jetons jetons() {
        return new Jetons(cle().privee(), Clock.systemUTC());
    }
}
