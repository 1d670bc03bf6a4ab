package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.ingestion.Conduite;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurTire;
import fr.gouv.apprentissage.bal.ingestion.RepriseAvecGarde;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sorties;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives ingestion the connector, and its clock. */
@ApplicationScoped
public class Deca {

    private static final String NOM = "deca";

    /** Never asked: a connector without an address is not active. */
    private static final URI NULLE_PART = URI.create("http://localhost");

    @Produces
    @Singleton
    ConnecteurTire connecteur(DecaConfig config, Sorties sorties) {
        var sortie = sorties.vers(NOM, () -> adresse().stream().toList(), config.debit(), config.delai());
        return new ConnecteurDeca(
                config,
                () -> adresse().isPresent(),
                new ClientDeca(() -> adresse().orElse(NULLE_PART), sortie),
                new RepriseAvecGarde(config.essais(), config.pause(), config.pauseMaximale()));
    }

    private final Conduite conduite;

    Deca(Conduite conduite) {
        this.conduite = conduite;
    }

    /** Asked each time: a simulator in this process knows its port only once it listens. */
    private static Optional<URI> adresse() {
        return ConfigProvider.getConfig().getOptionalValue("bal.connecteur.deca.url", URI.class);
    }

    /** After the simulators of the embedded default, which it may ask. */
    void demarre(@Observes @Priority(60) StartupEvent debut, DecaConfig config) {
        if (config.auDemarrage()) {
            conduite.planifie(NOM);
        }
    }
}
