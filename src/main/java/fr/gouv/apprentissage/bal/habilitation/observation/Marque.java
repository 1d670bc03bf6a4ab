package fr.gouv.apprentissage.bal.habilitation.observation;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Counts how often an operation is met. The first time since it was last read it queues itself; the others cost an increment. */
public final class Marque {

    private final OperationVue operation;
    private final Clock horloge;
    private final Predicate<Marque> file;
    private final AtomicLong fois = new AtomicLong();
    private volatile long derniere;

    /** @param file takes this mark, or says that it has no place */
    Marque(OperationVue operation, Clock horloge, Predicate<Marque> file) {
        this.operation = operation;
        this.horloge = horloge;
        this.file = file;
    }

    /** It was met. Never blocks for long, never fails. */
    public void vue() {
        derniere = horloge.millis();
        ajoute(1);
    }

    /** Starts to count anew. */
    Releve releve() {
        return new Releve(operation, fois.getAndSet(0), Instant.ofEpochMilli(derniere));
    }

    /** Without a place in the queue what was counted is lost, so that the next time tries again. */
    void ajoute(long nombre) {
        if (fois.getAndAdd(nombre) == 0 && !file.test(this)) {
            fois.set(0);
        }
    }
}
