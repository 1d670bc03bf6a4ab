package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.Conduite;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import fr.gouv.apprentissage.bal.ingestion.RepriseAvecGarde;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sorties;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Gives ingestion the connector; lets go of the dates of offers that went long ago. */
@ApplicationScoped
public class FranceTravail {

    private static final Logger LOG = Logger.getLogger(FranceTravail.class);
    private static final String NOM = "francetravail";
    private static final String CLES = "bal.connecteur.francetravail.";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Never asked: a connector without an address is not active. */
    private static final URI NULLE_PART = URI.create("http://localhost");

    private final Conduite conduite;
    private final FranceTravailConfig config;
    private final Pool pool;
    private final Clock horloge;

    FranceTravail(Conduite conduite, FranceTravailConfig config, Pool pool, Clock horloge) {
        this.conduite = conduite;
        this.config = config;
        this.pool = pool;
        this.horloge = horloge;
        if (config.conservation() < 1) {
            throw new IllegalArgumentException(
                    "bal.connecteur.francetravail.conservation : au moins un jour est attendu");
        }
    }

    @Produces
    @Singleton
    static ConnecteurDeFaits connecteur(FranceTravailConfig config, Sorties sorties, Pool pool, Clock horloge) {
        var sortie = sorties.vers(NOM, FranceTravail::adresses, config.debit(), config.delai());
        return new ConnecteurFranceTravail(
                config,
                () -> adresses().size() == 2
                        && config.utilisateur().isPresent()
                        && config.secret().isPresent(),
                new ClientFranceTravail(() -> acces(config), sortie, Limites.DOCUMENTEES, horloge),
                Limites.DOCUMENTEES,
                new RepriseAvecGarde(config.essais(), config.pause(), config.pauseMaximale()),
                new OffreStore(pool),
                horloge);
    }

    /** After the simulators of the embedded default, which it may ask. */
    void demarre(@Observes @Priority(60) StartupEvent debut) {
        if (config.auDemarrage()) {
            conduite.planifie(NOM);
        }
    }

    @Scheduled(every = "24h", delayed = "1h", identity = "francetravail-conservation")
    @Blocking
    void purge() {
        var conservation = Duration.ofDays(config.conservation());
        var limite = horloge.instant().minus(conservation);
        var oubliees = new OffreStore(pool).purge(LocalDate.ofInstant(limite, PARIS), limite);
        if (oubliees > 0) {
            LOG.infof("%s : les dates de %d offres ont été oubliées", NOM, oubliees);
        }
    }

    private static List<URI> adresses() {
        return Stream.of("url", "connexion")
                .flatMap(cle -> adresse(cle).stream())
                .toList();
    }

    /** Asked each time: a simulator in this process knows its port only once it listens. */
    private static Optional<URI> adresse(String cle) {
        return ConfigProvider.getConfig().getOptionalValue(CLES + cle, URI.class);
    }

    private static ClientFranceTravail.Acces acces(FranceTravailConfig config) {
        return new ClientFranceTravail.Acces(
                adresse("url").orElse(NULLE_PART),
                adresse("connexion").orElse(NULLE_PART),
                config.utilisateur().orElse(""),
                config.secret().orElse(""));
    }
}
