package fr.gouv.apprentissage.bal.habilitation.observation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/** Holds what was met until it is written: bounded, and what finds no place is counted and left out. */
public final class Tampon implements Observateur {

    private final Clock horloge;
    private final BlockingQueue<Marque> attente;
    private final LongAdder perdues = new LongAdder();

    /** @param places how many operations may wait, at least one */
    public Tampon(Clock horloge, int places) {
        this.horloge = horloge;
        this.attente = new ArrayBlockingQueue<>(places);
    }

    @Override
    public Marque marque(OperationVue operation) {
        return new Marque(operation, horloge, this::mets);
    }

    /** Takes out all that waits. */
    List<Marque> prends() {
        var prises = new ArrayList<Marque>();
        attente.drainTo(prises);
        return prises;
    }

    /** How often there was no place. */
    long perdues() {
        return perdues.sum();
    }

    private boolean mets(Marque marque) {
        if (attente.offer(marque)) {
            return true;
        }
        perdues.increment();
        return false;
    }
}
