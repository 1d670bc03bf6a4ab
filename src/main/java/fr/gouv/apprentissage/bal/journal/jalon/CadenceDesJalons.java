package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.journal.ReglagesJournal;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Has checkpoints made, each {@code bal.journal.jalon}. */
@ApplicationScoped
class CadenceDesJalons {

    private static final Logger LOG = Logger.getLogger(CadenceDesJalons.class);

    private final Jalonneur jalonneur;

    CadenceDesJalons(
            @ReactiveDataSource("journal") Pool pool,
            Signataire signataire,
            ReglagesJournal reglages,
            MeterRegistry registre) {
        this.jalonneur = new Jalonneur(
                pool,
                signataire,
                reglages.temoin().map(adresse -> Temoin.a(adresse, new RepriseAvecGarde())),
                reglages.jalon(),
                registre);
    }

    /** Made now: a process that has nobody to sign does not start. */
    void auDemarrage(@Observes @Priority(11) StartupEvent demarrage) {
        LOG.debug("Jalons du journal prêts");
    }

    @Scheduled(
            every = "${bal.journal.jalon:1m}",
            delayed = "${bal.journal.jalon:1m}",
            identity = "journal-jalons",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> chaqueFois() {
        return jalonneur
                .passe()
                .onFailure()
                .invoke(echec -> LOG.warnf("Jalon du journal non posé : %s", code(echec)))
                .onFailure()
                .recoverWithNull();
    }

    private static String code(Throwable echec) {
        if (echec instanceof ClesIndisponibles indisponibles) {
            return indisponibles.getMessage();
        }
        if (echec instanceof ClesRefusees refusees) {
            return refusees.getMessage();
        }
        return echec instanceof PgException pg && pg.getSqlState() != null
                ? "SQLSTATE " + pg.getSqlState()
                : echec.getClass().getSimpleName();
    }
}
