package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.passerelle.operation.OperationsConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Loads the manifest at start, then keeps this process's copy fresh: what another replica changed holds here after a relève at most. */
@Singleton
final class DemarrageDesOperations {
    private static final Logger LOG = Logger.getLogger(DemarrageDesOperations.class);
    private static final int APRES_LES_HABILITATIONS = 35;

    private final OperationsConfig config;
    private final RegistreCourant registre;
    private final DocumentAEnregistrer controle;
    private final OperationStore store;
    private final OperationsEnMemoire memoire;
    private final AtomicReference<OperationStore.Etat> lu = new AtomicReference<>();

    DemarrageDesOperations(
            OperationsConfig config,
            RegistreCourant registre,
            DocumentAEnregistrer controle,
            OperationStore store,
            OperationsEnMemoire memoire) {
        this.config = config;
        this.registre = registre;
        this.controle = controle;
        this.store = store;
        this.memoire = memoire;
    }

    /** A manifest that is refused stops the start: the exception lists every fault. */
    void demarre(@Observes @Priority(APRES_LES_HABILITATIONS) StartupEvent debut) throws Throwable {
        if (config.fichier().isPresent()) {
            var entrees = Manifestes.lis(
                    Path.of(config.fichier().get()),
                    registre.courant().clients().keySet(),
                    controle);
            VertxContextSupport.subscribeAndAwait(() -> store.charge(entrees));
            LOG.infof("opérations enregistrées : %d au manifeste", entrees.size());
        }
        VertxContextSupport.subscribeAndAwait(this::relis);
    }

    /** Reads what is registered, unless nothing changed since it was last read. */
    Uni<Void> relis() {
        return store.etat()
                .chain(etat -> etat.equals(lu.get())
                        ? Uni.createFrom().voidItem()
                        : store.enVigueur()
                                .invoke(documents -> {
                                    memoire.remplace(documents);
                                    lu.set(etat);
                                })
                                .replaceWithVoid());
    }

    /** A database out of reach leaves the last copy: without it nothing is read either. */
    @Scheduled(
            every = "${bal.passerelle.operations.releve:2s}",
            delayed = "${bal.passerelle.operations.releve:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> releve() {
        return relis().onFailure()
                .invoke(panne -> LOG.warnf(
                        "opérations enregistrées : relève impossible (%s)",
                        panne.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
