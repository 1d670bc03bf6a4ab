package fr.gouv.apprentissage.bal.scellement.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/**
 * The identity at Vault that may turn {@code bal-secrets} and destroy its versions: not the one that the process serves with. A token, or an
 * AppRole; with neither, epochs do not turn by themselves.
 */
@ConfigMapping(prefix = "bal.scellement.vault.epoques")
public interface EpoquesVaultConfig {

    /** Its token. */
    Optional<String> token();

    /** Its AppRole. */
    @WithName("role-id")
    Optional<String> roleId();

    /** The secret of its AppRole. */
    @WithName("secret-id")
    Optional<String> secretId();

    /** Where AppRole is mounted. */
    @WithDefault("approle")
    String montage();
}
