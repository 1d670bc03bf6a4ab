package fr.gouv.apprentissage.bal.scellement.vault;

import fr.gouv.apprentissage.bal.scellement.CleMaitresse;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import fr.gouv.apprentissage.bal.scellement.GardienDesEpoques;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransit;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitRotateKeyParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitUpdateKeyParams;
import io.quarkus.vault.client.auth.VaultAppRoleAuthOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Turns {@code bal-secrets} at Vault and destroys its old versions, under an identity of its own. Raising the minimum of decryption can be undone,
 * trimming cannot: both are done, in that order.
 */
public final class VaultGardien implements GardienDesEpoques {

    private static final String CLE = CleMaitresse.SECRETS.nom();
    private static final Pattern ENVELOPPE = Pattern.compile("vault:v([1-9][0-9]{0,8}):.*");
    private static final Duration DELAI = Duration.ofSeconds(30);

    private final VaultSecretsTransit transit;

    private VaultGardien(VaultSecretsTransit transit) {
        this.transit = transit;
    }

    /**
     * With the address and the transport of the client that serves, and another login; empty when none is configured.
     *
     * @param moteur where transit is mounted
     */
    public static Optional<VaultGardien> avec(VaultClient service, String moteur, EpoquesVaultConfig identite) {
        var client = service.configure();
        if (identite.token().isPresent()) {
            client.clientToken(identite.token().get());
        } else if (identite.roleId().isPresent() && identite.secretId().isPresent()) {
            client.appRole(VaultAppRoleAuthOptions.builder()
                    .mountPath(identite.montage())
                    .roleId(identite.roleId().get())
                    .secretId(identite.secretId().get())
                    .build());
        } else {
            return Optional.empty();
        }
        return Optional.of(new VaultGardien(client.build().secrets().transit(moteur)));
    }

    @Override
    public Optional<String> empechement() {
        return Optional.empty();
    }

    @Override
    public int version(byte[] enveloppe) {
        var lue = ENVELOPPE.matcher(new String(enveloppe, StandardCharsets.US_ASCII));
        if (!lue.matches()) {
            throw new ClesRefusees(CLE + " : l'enveloppe n'est pas de Vault");
        }
        return Integer.parseInt(lue.group(1));
    }

    @Override
    public void rendsPlusRecenteQue(byte[] enveloppe) {
        if (attends(transit.readKey(CLE)).getLatestVersion() <= version(enveloppe)) {
            attends(transit.rotateKey(CLE, new VaultSecretsTransitRotateKeyParams()));
        }
    }

    @Override
    public void detruisAvant(byte[] enveloppe) {
        var gardee = version(enveloppe);
        var disponible = attends(transit.readKey(CLE)).getMinAvailableVersion();
        if (disponible != null && disponible >= gardee) {
            return;
        }
        attends(transit.updateKey(
                CLE,
                new VaultSecretsTransitUpdateKeyParams()
                        .setMinDecryptionVersion(gardee)
                        .setMinEncryptionVersion(gardee)));
        attends(transit.trimKey(CLE, gardee));
    }

    private static <T> T attends(CompletionStage<T> appel) {
        try {
            return appel.toCompletableFuture()
                    .orTimeout(DELAI.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw traduite(e.getCause());
        }
    }

    // Vault's own messages may repeat what was sent: the status is enough.
    private static RuntimeException traduite(Throwable cause) {
        if (cause instanceof VaultClientException refus
                && refus.getStatus() != null
                && refus.getStatus() / 100 == 4
                && refus.getStatus() != 429) {
            return new ClesRefusees(
                    CLE + " : Vault refuse (" + refus.getOperationName() + ", statut " + refus.getStatus() + ")");
        }
        return new ClesIndisponibles(
                CLE + " : Vault est hors d'atteinte (" + cause.getClass().getSimpleName() + ")");
    }
}
