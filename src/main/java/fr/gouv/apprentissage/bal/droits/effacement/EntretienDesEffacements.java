package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.personne.suppression.SuppressionStore;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Compares the list of erasures with the database at start, before anything is read or served, and each day; lets marks go that have ended. */
@ApplicationScoped
class EntretienDesEffacements {

    private static final Logger LOG = Logger.getLogger(EntretienDesEffacements.class);

    private final Pool pool;
    private final Instance<Lieu> lieux;
    private final ClesDeVerification cles;
    private final EffacementConfig config;
    private final Clock horloge;
    private final AtomicReference<ReleveDesEffacements> releve = new AtomicReference<>(ReleveDesEffacements.AUCUN);

    EntretienDesEffacements(
            Pool pool, @Any Instance<Lieu> lieux, ClesDeVerification cles, EffacementConfig config, Clock horloge) {
        this.pool = pool;
        this.lieux = lieux;
        this.cles = cles;
        this.config = config;
        this.horloge = horloge;
    }

    /** The port opens once all observers are done: a person whom a restored database still has is gone by then. */
    void auDemarrage(@Observes @Priority(15) StartupEvent debut) {
        config.dureeDeSuppression();
        if (config.effacements().isEmpty()) {
            LOG.warn(
                    "bal.droits.effacements n'est pas configurée : aucun effacement n'est possible, et aucun n'est rejoué");
        }
        accorde();
    }

    @Scheduled(every = "24h", delayed = "1h", identity = "droits-effacements")
    @Blocking
    void chaqueJour() {
        try {
            accorde();
        } catch (IllegalStateException faute) {
            LOG.error(faute.getMessage());
        }
        var finies = new SuppressionStore().purge(pool, LocalDate.now(horloge.withZone(EffacementDePersonne.PARIS)));
        if (finies > 0) {
            LOG.infof("%d marques de suppression ont pris fin", finies);
        }
    }

    ReleveDesEffacements releve() {
        return releve.get();
    }

    private void accorde() {
        config.effacements()
                .ifPresent(fichier -> releve.set(new Rejeu(pool, lieux.stream().toList(), cles.controle(), horloge)
                        .accorde(new ListeDesEffacements(fichier))));
    }
}
