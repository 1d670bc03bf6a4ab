package fr.gouv.apprentissage.bal.referentiel.chargement;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Loads at start what is configured, before anything is served. */
@Singleton
class ChargementAuDemarrage {

    private static final Logger LOG = Logger.getLogger(ChargementAuDemarrage.class);
    private static final int APRES_LES_CLES = 20;

    private final ConfigurationReferentiel configuration;
    private final Instance<ReferentielGenere> genere;
    private final Chargement chargement;

    ChargementAuDemarrage(
            ConfigurationReferentiel configuration, Instance<ReferentielGenere> genere, Chargement chargement) {
        this.configuration = configuration;
        this.genere = genere;
        this.chargement = chargement;
    }

    /** A file that cannot be read is no reason not to serve what was loaded before. */
    void charge(@Observes @Priority(APRES_LES_CLES) StartupEvent demarrage) {
        try {
            var sources = configurees();
            if (genere.isResolvable()) {
                sources = sources.ouSinon(genere.get().sources());
            }
            if (sources.vide()) {
                LOG.info(
                        "référentiel : aucun fichier configuré (bal.referentiel.organismes, bal.referentiel.diplomes)");
                return;
            }
            var rapport = chargement.charge(sources).await().indefinitely();
            rapport.fichiers().forEach(fichier -> LOG.infof("référentiel : %s", fichier));
        } catch (SourceIllisible e) {
            LOG.errorf("référentiel non rechargé, le précédent reste en service : %s", e.getMessage());
        }
    }

    private Sources configurees() {
        return new Sources(
                configuration.organismes().orElse(List.of()).stream()
                        .map(this::source)
                        .toList(),
                configuration.diplomes().map(this::source).stream().toList(),
                configuration.niveaux().map(this::source).stream().toList());
    }

    private Source source(String lieu) {
        return Source.a(lieu, configuration.delai());
    }
}
