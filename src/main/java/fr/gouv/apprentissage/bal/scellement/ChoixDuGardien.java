package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.scellement.vault.CoffreConfig;
import fr.gouv.apprentissage.bal.scellement.vault.EpoquesVaultConfig;
import fr.gouv.apprentissage.bal.scellement.vault.VaultGardien;
import io.quarkus.vault.client.VaultClient;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who turns the epochs in this process: in Vault an identity of its own, where it has one; else, in the embedded default, the local file. */
final class ChoixDuGardien {

    @Produces
    @Singleton
    GardienDesEpoques gardien(
            @ConfigProperty(name = "quarkus.vault.url") Optional<String> url,
            Instance<VaultClient> vault,
            CoffreConfig coffre,
            EpoquesVaultConfig identite,
            ScellementConfig config) {
        return choisis(url, config.fichier(), () -> VaultGardien.avec(vault.get(), coffre, identite));
    }

    static GardienDesEpoques choisis(
            Optional<String> url, Optional<Path> fichier, Supplier<Optional<VaultGardien>> vault) {
        if (url.isPresent()) {
            return vault.get()
                    .<GardienDesEpoques>map(gardien -> gardien)
                    .orElseGet(() -> new GardienAbsent("les époques ne tournent pas : renseignez"
                            + " bal.scellement.vault.epoques.token, ou role-id et secret-id"));
        }
        return fichier.<GardienDesEpoques>map(chemin -> new GardienDuFichier(chemin, new SecureRandom()))
                .orElseGet(() -> new GardienAbsent("les époques ne tournent pas : aucun détenteur de clés"));
    }
}
