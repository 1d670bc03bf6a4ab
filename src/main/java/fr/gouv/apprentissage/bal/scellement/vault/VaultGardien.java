package fr.gouv.apprentissage.bal.scellement.vault;

import fr.gouv.apprentissage.bal.scellement.CleMaitresse;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import fr.gouv.apprentissage.bal.scellement.GardienDesEpoques;
import fr.gouv.apprentissage.bal.scellement.Panne;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitKeyInfo;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitRotateKeyParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitUpdateKeyParams;
import io.quarkus.vault.client.auth.VaultAppRoleAuthOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns {@code bal-secrets} at Vault and destroys its old versions, under an identity of its own. Raising the minimum of decryption can be undone,
 * trimming cannot: both are done, in that order.
 */
public final class VaultGardien implements GardienDesEpoques {

    private static final String CLE = CleMaitresse.SECRETS.nom();
    private static final Pattern ENVELOPPE = Pattern.compile("vault:v([1-9][0-9]{0,8}):.*");

    private final Coffre coffre;

    private VaultGardien(Coffre coffre) {
        this.coffre = coffre;
    }

    /** With the address and the transport of the client that serves, and another login; empty when none is configured. */
    public static Optional<VaultGardien> avec(VaultClient service, CoffreConfig config, EpoquesVaultConfig identite) {
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
        return Optional.of(new VaultGardien(new Coffre(client.build(), config.moteur(), config.delai())));
    }

    @Override
    public Optional<String> empechement() {
        return Optional.empty();
    }

    @Override
    public int version(byte[] enveloppe) {
        var lue = ENVELOPPE.matcher(new String(enveloppe, StandardCharsets.US_ASCII));
        if (!lue.matches()) {
            throw new ClesRefusees(Panne.ENVELOPPE_ABIMEE, CLE + " : l'enveloppe n'est pas de Vault");
        }
        return Integer.parseInt(lue.group(1));
    }

    @Override
    public void rendsPlusRecenteQue(byte[] enveloppe) {
        if (etat().getLatestVersion() <= version(enveloppe)) {
            coffre.demande(CLE, transit -> transit.rotateKey(CLE, new VaultSecretsTransitRotateKeyParams()));
        }
    }

    @Override
    public void detruisAvant(byte[] enveloppe) {
        var gardee = version(enveloppe);
        var disponible = etat().getMinAvailableVersion();
        if (disponible != null && disponible >= gardee) {
            return;
        }
        var bornes = new VaultSecretsTransitUpdateKeyParams()
                .setMinDecryptionVersion(gardee)
                .setMinEncryptionVersion(gardee);
        coffre.demande(CLE, transit -> transit.updateKey(CLE, bornes));
        coffre.demande(CLE, transit -> transit.trimKey(CLE, gardee));
    }

    private VaultSecretsTransitKeyInfo etat() {
        return coffre.demande(CLE, transit -> transit.readKey(CLE));
    }
}
