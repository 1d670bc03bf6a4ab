package fr.gouv.apprentissage.bal.journal.alerte;

import fr.gouv.apprentissage.bal.journal.ReglagesJournal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Has the journal looked through, each {@code bal.journal.alerte.intervalle}. */
@ApplicationScoped
class CadenceDuGuet {

    private static final Logger LOG = Logger.getLogger(CadenceDuGuet.class);

    private final Guet guet;

    CadenceDuGuet(
            @ReactiveDataSource("lecture-journal") Pool lecture,
            Clock horloge,
            ReglagesJournal reglages,
            MeterRegistry registre) {
        var cles = reglages.alerte();
        this.guet = new Guet(
                lecture,
                horloge,
                new Regle(cles.personnes(), cles.recherches(), cles.facteur()),
                cles.jours(),
                registre);
    }

    @Scheduled(
            every = "${bal.journal.alerte.intervalle:1h}",
            delayed = "${bal.journal.alerte.intervalle:1h}",
            identity = "journal-guet",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> chaqueFois() {
        return guet.passe()
                .onFailure()
                .invoke(echec -> LOG.warnf(
                        "Lectures inhabituelles non cherchées : %s",
                        echec.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
