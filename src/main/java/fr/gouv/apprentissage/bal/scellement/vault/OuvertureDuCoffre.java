package fr.gouv.apprentissage.bal.scellement.vault;

import io.quarkus.vault.client.VaultClient;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one {@link Coffre} of a process; made only where something asks for it, since without an address there is no client. */
final class OuvertureDuCoffre {

    @Produces
    @Singleton
    Coffre coffre(Instance<VaultClient> client, CoffreConfig config) {
        return new Coffre(client.get(), config.moteur(), config.delai());
    }
}
