package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.ingestion.Reindexation;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.rotation.RotationConfig;
import fr.gouv.apprentissage.bal.scellement.GenerationsDIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.LieuIndexe;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.version.FormatsEcrits;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Turns blind indexes in this replica. Every replica looks around; each step holds the job's row, so that one of them works at a time. */
@ApplicationScoped
public class ConduiteDIndex {

    private static final Logger LOG = Logger.getLogger(ConduiteDIndex.class);

    private final AtomicBoolean prete = new AtomicBoolean();
    private final RotationsDIndex rotations;
    private final TourDIndex tour;
    private final MesuresDIndex mesures;

    ConduiteDIndex(
            Pool pool,
            Scellement scellement,
            IndexAveugles index,
            @Any Instance<LieuIndexe> lieux,
            GenerationsDIndex generations,
            Journal journal,
            RegistreCourant registre,
            Signataire signataire,
            RotationConfig config,
            FormatsEcrits formats,
            Clock horloge,
            MeterRegistry registreDeMesures) {
        var transactions = new Transactions(pool);
        this.mesures = new MesuresDIndex(registreDeMesures);
        var reindexation = new Reindexation(scellement, index, lieux.stream().toList());
        this.rotations = new RotationsDIndex(
                transactions, reindexation, generations, () -> formats.ecrit(GenerationsDIndex.FORMAT), horloge);
        this.tour = new TourDIndex(
                transactions,
                reindexation,
                generations,
                new EntreeDeTraitement(journal, registre),
                signataire,
                horloge,
                config.lot(),
                config.debit(),
                mesures::faits);
    }

    RotationsDIndex rotations() {
        return rotations;
    }

    /** Nothing is done before the tables and the keys are there. */
    void demarre(@Observes @Priority(41) StartupEvent debut) {
        prete.set(true);
    }

    /** A job that is under way goes on at the next start, or elsewhere. */
    void arrete(@Observes @Priority(41) ShutdownEvent fin) {
        prete.set(false);
    }

    @Blocking
    @Scheduled(
            every = "${bal.rotation.veille:5s}",
            delayed = "2s",
            identity = "rotation-index",
            concurrentExecution = ConcurrentExecution.SKIP)
    void veille() throws InterruptedException {
        try {
            for (var suite = pas(); prete.get() && suite.isPresent(); suite = pas()) {
                Thread.sleep(suite.get().toMillis());
            }
            while (prete.get() && rotations.purge()) {
                LOG.debug("rotation d'index : des lignes d'anciennes générations sont parties");
            }
        } catch (RuntimeException panne) {
            LOG.warnf("rotation d'index : %s, elle reprendra", panne.getClass().getSimpleName());
        }
    }

    private Optional<Duration> pas() {
        var suite = tour.pas();
        mesures.note(rotations.dernieres(1).stream().findFirst());
        return suite;
    }
}
