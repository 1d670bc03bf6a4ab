package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Runs the connectors of this replica. Every replica looks around every few seconds; the lease decides which one works, so that the run of
 * one that died goes on in another.
 */
@ApplicationScoped
public class Conduite {

    private static final Logger LOG = Logger.getLogger(Conduite.class);

    private final Map<String, ExecutorService> fils = new ConcurrentHashMap<>();
    private final Map<String, AtomicBoolean> eveilles = new ConcurrentHashMap<>();
    private final ScheduledExecutorService battements = Executors.newSingleThreadScheduledExecutor(action -> {
        var fil = new Thread(action, "ingestion-bail");
        fil.setDaemon(true);
        return fil;
    });
    private final AtomicBoolean prete = new AtomicBoolean();
    private final QuarantaineStore quarantaine = new QuarantaineStore();
    private final Pool pool;
    private final List<Meneur> meneurs;
    private final ExecutionStore executions;
    private final MesuresDIngestion mesures;
    private final AtelierDIngestion atelier;
    private final Clock horloge;

    Conduite(
            Pool pool,
            Scellement scellement,
            VersionsDeCles versions,
            IndexAveugles index,
            MarquesDeSuppression marques,
            Clock horloge,
            IngestionConfig config,
            MeterRegistry mesures,
            @Any Instance<ConnecteurTire> tires,
            @Any Instance<ConnecteurDeFaits> deFaits,
            @Any Instance<ConnecteurDeLots> deLots) {
        this.mesures = new MesuresDIngestion(mesures, horloge);
        this.atelier = new AtelierDIngestion(
                pool,
                scellement,
                versions,
                index,
                marques,
                horloge,
                // Asked only where there is a connector of facts.
                EcritureDeFaits.dans(new ContactStore(scellement, index, horloge), versions),
                config.derives(),
                this.mesures);
        var titulaire = UUID.randomUUID().toString();
        this.horloge = horloge;
        this.pool = pool;
        this.executions = atelier.executions();
        this.meneurs = Stream.<Instance<? extends ConnecteurPlanifie>>of(tires, deFaits, deLots)
                .flatMap(Instance::stream)
                .map(ConnecteurPlanifie.class::cast)
                .sorted(Comparator.comparing(ConnecteurPlanifie::nom))
                .map(connecteur -> atelier.meneur(connecteur, titulaire, config.bail(), battements))
                .toList();
    }

    /** Nothing runs before the tables and the keys are there. */
    void demarre(@Observes @Priority(40) StartupEvent debut) {
        prete.set(true);
    }

    /** Looks whether something is asked for, new or left by a replica that died. */
    @Scheduled(
            every = "${bal.ingestion.veille:5S}",
            delayed = "1s",
            identity = "ingestion-veille",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void veille() {
        if (!prete.get()) {
            return;
        }
        meneurs.stream().filter(meneur -> meneur.connecteur().actif()).forEach(meneur -> {
            regarde(meneur);
            eveille(meneur);
        });
    }

    /** Stops what runs at its next page, to go on at the next start or elsewhere. */
    void arrete(@Observes @Priority(40) ShutdownEvent fin) {
        meneurs.forEach(Meneur::arrete);
        fils.values().forEach(ExecutorService::shutdown);
        for (var fil : fils.values()) {
            try {
                if (!fil.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("une exécution de connecteur n'a pas fini de s'arrêter");
                }
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
        }
        battements.shutdownNow();
    }

    /** Goes on from the cursor, as the schedule of a connector asks; does nothing where it is not active. */
    public void planifie(String nom) {
        meneur(nom).filter(meneur -> meneur.connecteur().actif()).ifPresent(meneur -> {
            meneur.planifie();
            eveille(meneur);
        });
    }

    /** Known connectors, by name. */
    List<ConnecteurPlanifie> connecteurs() {
        return meneurs.stream().map(Meneur::connecteur).toList();
    }

    Optional<LocalDate> curseur(String nom) {
        return executions.curseur(nom);
    }

    List<Execution> executions(String nom, int nombre) {
        return executions.dernieres(nom, nombre);
    }

    /** A run that goes on from the cursor, or one that reads a period again. */
    Execution lance(String nom, Optional<Periode> periode) {
        var execution = periode.map(une -> executions.demande(nom, une.du(), une.au()))
                .orElseGet(() -> executions.planifie(nom));
        meneur(nom).ifPresent(this::eveille);
        return execution;
    }

    /**
     * Ends a run, or asks for its end.
     *
     * @return empty when there is no such run
     */
    Optional<Execution> annule(long id) {
        return executions.une(id).flatMap(une -> meneur(une.connecteur()).map(meneur -> meneur.annule(id)));
    }

    /** What reads quarantined rows of a connector again; empty when its source has no rows that could stand there. */
    Optional<Rejeu> rejeu(String nom) {
        return meneur(nom)
                .map(Meneur::connecteur)
                .filter(ConnecteurTire.class::isInstance)
                .map(connecteur -> atelier.rejeu((ConnecteurTire) connecteur));
    }

    /** Rows in quarantine by reason. */
    Map<String, Long> quarantaine(ConnecteurPlanifie connecteur) {
        return connecteur.metEnAttente() ? quarantaine.parMotif(pool, connecteur.source()) : Map.of();
    }

    /** A run by its id. */
    Optional<Execution> execution(long id) {
        return executions.une(id);
    }

    Clock horloge() {
        return horloge;
    }

    private Optional<Meneur> meneur(String nom) {
        return meneurs.stream()
                .filter(meneur -> meneur.connecteur().nom().equals(nom))
                .findFirst();
    }

    /** Not on the connector's own thread: a long run must see that the schedule wants another one. */
    private void regarde(Meneur meneur) {
        var nom = meneur.connecteur().nom();
        try {
            meneur.echeance();
            executions.curseur(nom).ifPresent(jour -> mesures.curseur(nom, jour));
        } catch (RuntimeException panne) {
            LOG.errorf(
                    "%s : la planification n'a pas pu être lue, %s",
                    nom, Panne.de(panne).trace());
        }
    }

    /** A round on the connector's own thread, unless one waits there already. */
    private void eveille(Meneur meneur) {
        var nom = meneur.connecteur().nom();
        var attend = eveilles.computeIfAbsent(nom, nouveau -> new AtomicBoolean());
        var fil = fils.computeIfAbsent(
                nom,
                nouveau -> Executors.newSingleThreadExecutor(action -> {
                    var nomme = new Thread(action, "ingestion-" + nom);
                    nomme.setDaemon(true);
                    return nomme;
                }));
        if (fil.isShutdown() || !attend.compareAndSet(false, true)) {
            return;
        }
        fil.execute(() -> {
            attend.set(false);
            try {
                meneur.tour();
            } catch (RuntimeException panne) {
                LOG.errorf("%s : tour interrompu, %s", nom, Panne.de(panne).trace());
            }
        });
    }
}
