package fr.gouv.apprentissage.bal.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the process its one writer. */
final class OuvertureDuJournal {

    @Produces
    @Singleton
    JournalGroupe journal(
            Vertx vertx,
            @ReactiveDataSource("journal") Pool pool,
            Clock horloge,
            ReglagesJournal cles,
            MeterRegistry registre) {
        var reglages = new Reglages(cles.attente(), cles.delai(), cles.file(), cles.lot());
        return new JournalGroupe(vertx, pool, horloge, reglages, registre);
    }

    void ferme(@Disposes JournalGroupe journal) {
        journal.close();
    }
}
