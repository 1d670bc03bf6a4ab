package fr.gouv.apprentissage.bal.connecteur.opco;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which domains may stand in clear: none, as long as no list tells a company's from a public provider's. */
@ApplicationScoped
public class Domaines {

    @Produces
    @Singleton
    DomainesDEntreprise domaines() {
        return domaine -> false;
    }
}
