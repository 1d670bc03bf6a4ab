package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import fr.gouv.apprentissage.bal.scellement.Epoques;
import fr.gouv.apprentissage.bal.scellement.EpoquesConfig;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Has each process look, every {@code bal.scellement.epoques.veille}, what is due of the epochs. */
@ApplicationScoped
public class CadenceDesEpoques {

    private static final Logger JOURNAL = Logger.getLogger(CadenceDesEpoques.class);

    private final AtomicBoolean prete = new AtomicBoolean();
    private final Pool pool;
    private final Epoques epoques;
    private final MesuresDEpoque mesures;
    private final TourDEpoque tour;

    CadenceDesEpoques(Pool pool, Epoques epoques, Scellement scellement, EpoquesConfig config, MeterRegistry registre) {
        this.pool = pool;
        this.epoques = epoques;
        this.mesures = new MesuresDEpoque(registre, epoques);
        this.tour = new TourDEpoque(pool, epoques, scellement, config, Delais.DE_SERVICE, prete::get, mesures::verses);
    }

    /** Nothing turns before the tables and the keys are there. */
    void demarre(@Observes @Priority(40) StartupEvent debut) {
        epoques.empechement().ifPresent(JOURNAL::warn);
        prete.set(true);
    }

    void arrete(@Observes @Priority(40) ShutdownEvent fin) {
        prete.set(false);
    }

    @Scheduled(
            every = "${bal.scellement.epoques.veille:1m}",
            delayed = "10s",
            identity = "epoques",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void veille() {
        if (!prete.get()) {
            return;
        }
        try {
            mesures.releve(pool);
            tour.passe();
            mesures.releve(pool);
        } catch (ClesIndisponibles | ClesRefusees e) {
            JOURNAL.warnf("les époques attendent : %s", e.getMessage());
        } catch (RuntimeException e) {
            JOURNAL.warnf("les époques attendent : %s", nom(e));
        }
    }

    /** All of them, the newest first. */
    List<Epoque> epoques() {
        var lignes = EpoqueStore.lis(pool);
        var courante = TourDEpoque.courante(lignes).numero();
        var secrets = EpoqueStore.secrets(pool);
        return lignes.stream()
                .map(ligne -> new Epoque(
                        ligne.numero(),
                        ligne.ouverteLe(),
                        ligne.etat(courante),
                        secrets.getOrDefault(ligne.numero(), 0L).intValue(),
                        ligne.effaceeLe().orElse(null)))
                .sorted((une, autre) -> autre.numero() - une.numero())
                .toList();
    }

    /**
     * Announces the next one at once, unless one is announced already.
     *
     * @throws ClesIndisponibles when this process has not the right, or the holder does not answer or refuses
     */
    Epoque ouvre() {
        epoques.empechement().ifPresent(pourquoi -> {
            throw new ClesIndisponibles(pourquoi);
        });
        try {
            var numero = tour.annonce();
            return epoques().stream()
                    .filter(epoque -> epoque.numero() == numero)
                    .findFirst()
                    .orElseThrow();
        } catch (ClesRefusees e) {
            throw new ClesIndisponibles(e.getMessage());
        }
    }

    private static String nom(RuntimeException echec) {
        return echec instanceof PgException pg && pg.getSqlState() != null
                ? "SQLSTATE " + pg.getSqlState()
                : echec.getClass().getSimpleName();
    }
}
