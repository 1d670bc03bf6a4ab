package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import fr.gouv.apprentissage.bal.scellement.vault.VaultKeyHolder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which holder this process has: Vault where its address is given, else, in the embedded default only, the local file. */
final class ChoixDuDetenteur {

    private static final Set<String> PROFILS_EMBARQUES = Set.of("dev", "demo", "test");

    @Produces
    @Singleton
    KeyHolder detenteur(
            @ConfigProperty(name = "quarkus.vault.url") Optional<String> vault,
            Instance<Coffre> coffre,
            ScellementConfig config,
            MeterRegistry registre) {
        Supplier<KeyHolder> dansVault = () -> new VaultKeyHolder(coffre.get());
        return new DetenteurMesure(
                choisis(vault.map(url -> dansVault), config.fichier(), ConfigUtils.getProfiles()), registre);
    }

    /**
     * @param vault present where its address is given, whether or not it answers now
     * @throws IllegalStateException when there is none that this profile may use
     */
    static KeyHolder choisis(Optional<Supplier<KeyHolder>> vault, Optional<Path> fichier, Collection<String> profils) {
        if (vault.isPresent()) {
            return vault.get().get();
        }
        if (fichier.isEmpty()) {
            throw new IllegalStateException(
                    "aucun détenteur de clés : renseignez quarkus.vault.url (le fichier local de clés"
                            + " est réservé aux profils dev et demo)");
        }
        if (profils.stream().noneMatch(PROFILS_EMBARQUES::contains)) {
            throw new IllegalStateException(
                    "bal.scellement.fichier est réservé aux profils dev, demo et test : en production"
                            + " les clés viennent de Vault (quarkus.vault.url)");
        }
        return new FileKeyHolder(fichier.get(), new SecureRandom());
    }
}
