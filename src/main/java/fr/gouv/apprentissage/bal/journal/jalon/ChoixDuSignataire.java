package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.journal.ReglagesJournal;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Which signer this process has: in the embedded default only, the local file. */
final class ChoixDuSignataire {

    private static final Set<String> PROFILS_EMBARQUES = Set.of("dev", "demo", "test");

    @Produces
    @Singleton
    Signataire signataire(ReglagesJournal reglages) {
        return choisis(reglages.cle(), ConfigUtils.getProfiles());
    }

    /** @throws IllegalStateException when there is none that this profile may use */
    static Signataire choisis(Optional<Path> fichier, Collection<String> profils) {
        if (fichier.isEmpty() || profils.stream().noneMatch(PROFILS_EMBARQUES::contains)) {
            throw new IllegalStateException(
                    "aucune clé pour signer les jalons du journal : bal.journal.cle est réservé aux"
                            + " profils dev, demo et test, et cette version ne sait pas encore demander la sienne à Vault");
        }
        return new SignataireLocal(fichier.get());
    }
}
