package fr.gouv.apprentissage.bal.passerelle.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which clients may send what document they like, and which only registered ones. */
@ConfigMapping(prefix = "bal.passerelle.operations")
public interface OperationsConfig {
    /** For clients that have no entry of their own. */
    @WithParentName
    @WithDefault("libres")
    Regime defaut();

    /** By client. */
    Map<String, Regime> clients();

    /** Manifest, or folder of manifests; absent: none. */
    Optional<String> fichier();

    /** How often a replica looks for what another registered or retired. */
    @WithDefault("2s")
    Duration releve();

    /** What a client may execute. */
    enum Regime {
        /** Any document. */
        LIBRES,
        /** Documents that are registered for it. */
        ENREGISTREES
    }

    /** What holds for this client. */
    default Regime regime(String client) {
        return clients().getOrDefault(client, defaut());
    }
}
