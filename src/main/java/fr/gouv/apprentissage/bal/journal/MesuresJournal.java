package fr.gouv.apprentissage.bal.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Counts of the journal, without labels: who asked stands in the journal alone. */
final class MesuresJournal {

    private final Counter entrees;
    private final Counter commits;
    private final Counter echecs;
    private final Timer flush;

    MesuresJournal(MeterRegistry registre, Number enFile) {
        entrees = Counter.builder("bal.journal.entrees")
                .description("Entrées durables")
                .register(registre);
        commits = Counter.builder("bal.journal.commits")
                .description("Commits, chacun d'une ou plusieurs entrées")
                .register(registre);
        echecs = Counter.builder("bal.journal.echecs")
                .description("Entrées qui n'ont pas pu être écrites")
                .register(registre);
        flush = Timer.builder("bal.journal.flush")
                .description("Durée d'une écriture groupée")
                .register(registre);
        Gauge.builder("bal.journal.attente", enFile, Number::doubleValue)
                .description("Entrées qui attendent")
                .register(registre);
    }

    void commit(int acceptees, long nanos) {
        commits.increment();
        entrees.increment(acceptees);
        flush.record(nanos, TimeUnit.NANOSECONDS);
    }

    void echec(int nombre) {
        echecs.increment(nombre);
    }
}
