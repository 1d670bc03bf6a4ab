package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierHabilitations;
import fr.gouv.apprentissage.bal.habilitation.fichier.Lecteur;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Loads the file at start, then keeps this process's copy of the register fresh. */
@Singleton
public final class Demarrage {

    private static final Logger LOG = Logger.getLogger(Demarrage.class);

    /** Replicas that start together wait for one another. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HabilitationsConfig config;
    private final Catalogue catalogue;
    private final Pool pool;
    private final RegistreEnMemoire registre;
    private final Ecoute ecoute;

    Demarrage(HabilitationsConfig config, Catalogue catalogue, Pool pool) {
        this.config = config;
        this.catalogue = catalogue;
        this.pool = pool;
        this.registre = new RegistreEnMemoire(new RegistreStore(pool, catalogue));
        this.ecoute = new Ecoute(pool, () -> releve().subscribe().with(fait -> LOG.debug("habilitations relues")));
    }

    /** The register that every room decides by. */
    @Produces
    @Singleton
    RegistreCourant registre() {
        return registre;
    }

    /** A file that is refused stops the start: the exception lists every fault. */
    void demarre(@Observes @Priority(30) StartupEvent debut) {
        var fichier = config.fichier().map(this::charge);
        var courant = registre.relis().await().atMost(PATIENCE);
        fichier.map(lu -> Ecarts.entre(lu, courant))
                .filter(ecarts -> !ecarts.isEmpty())
                .ifPresent(ecarts -> LOG.warnf(
                        "habilitations : le fichier et les tables diffèrent : %s", String.join(" ; ", ecarts)));
        ecoute.veille()
                .subscribe()
                .with(fait -> {}, panne -> LOG.warn("habilitations : pas de notification, la relève y supplée"));
    }

    private FichierHabilitations charge(String emplacement) {
        var fichier = Lecteur.lis(FichierSource.lis(emplacement), catalogue);
        var issue = new Chargement(pool, config.memeVersion(), config.source() == HabilitationsConfig.Source.FICHIER)
                .charge(fichier)
                .await()
                .atMost(PATIENCE);
        switch (issue) {
            case CHARGE ->
                LOG.infof(
                        "habilitations : version %d chargée, %d clients, %d habilitations",
                        fichier.version(),
                        fichier.clients().size(),
                        fichier.entrees().size());
            case TABLES_TENUES -> LOG.info("habilitations : les tables l'emportent, le fichier n'est que comparé");
            case INCHANGE -> LOG.infof("habilitations : version %d inchangée", fichier.version());
            case PLUS_ANCIEN ->
                LOG.warnf(
                        "habilitations : la version %d du fichier est plus ancienne que celle des tables, qui l'emporte",
                        fichier.version());
            default -> throw new IllegalStateException(issue.name());
        }
        return fichier;
    }

    /** Compares the revision, and listens again where the connection was lost. A database out of reach leaves the last copy; the journal still refuses what it no longer allows. */
    @Scheduled(
            every = "${bal.habilitations.releve:5s}",
            delayed = "${bal.habilitations.releve:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> releve() {
        return registre.relis()
                .chain(() -> ecoute.veille())
                .onFailure()
                .invoke(panne -> LOG.warnf(
                        "habilitations : relève impossible (%s)",
                        panne.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    void arrete(@Observes ShutdownEvent fin) {
        ecoute.ferme().await().atMost(Duration.ofSeconds(5));
    }
}
