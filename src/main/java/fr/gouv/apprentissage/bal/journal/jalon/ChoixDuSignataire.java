package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.journal.ReglagesJournal;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Which signer this process has: Vault where its address is given, else, in the embedded default only, the local file. */
final class ChoixDuSignataire {

    private static final Logger LOG = Logger.getLogger(ChoixDuSignataire.class);
    private static final Set<String> PROFILS_EMBARQUES = Set.of("dev", "demo", "test");

    @Produces
    @Singleton
    Signataire signataire(
            @ConfigProperty(name = "quarkus.vault.url") Optional<String> vault,
            Instance<Coffre> coffre,
            ReglagesJournal reglages) {
        Supplier<Signataire> dansVault = () -> deVault(coffre.get());
        return choisis(vault.map(url -> dansVault), reglages.cle(), ConfigUtils.getProfiles());
    }

    /**
     * @param vault present where its address is given, whether or not it answers now
     * @throws IllegalStateException when there is none that this profile may use
     */
    static Signataire choisis(
            Optional<Supplier<Signataire>> vault, Optional<Path> fichier, Collection<String> profils) {
        if (vault.isPresent()) {
            return vault.get().get();
        }
        if (fichier.isEmpty() || profils.stream().noneMatch(PROFILS_EMBARQUES::contains)) {
            throw new IllegalStateException(
                    "aucune clé pour signer les jalons du journal : renseignez quarkus.vault.url (bal.journal.cle est"
                            + " réservé aux profils dev, demo et test)");
        }
        return new SignataireLocal(fichier.get());
    }

    // Without Vault the process starts all the same: checkpoints wait for it, as keys do.
    private static Signataire deVault(Coffre coffre) {
        var signataire = new SignataireVault(coffre);
        signataire
                .lis()
                .subscribe()
                .with(
                        cle -> LOG.debug("Clé des jalons lue"),
                        echec -> LOG.warnf("Jalons du journal : %s", echec.getMessage()));
        return signataire;
    }
}
