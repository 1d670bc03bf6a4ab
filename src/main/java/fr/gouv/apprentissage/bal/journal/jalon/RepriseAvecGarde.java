package fr.gouv.apprentissage.bal.journal.jalon;

import io.smallrye.faulttolerance.api.Guard;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.function.IntSupplier;

/** Twice more, by the fault tolerance library; what still fails waits for the next turn. */
final class RepriseAvecGarde implements Reprise {

    private static final int ESSAIS = 2;

    private final Guard garde = Guard.create()
            .withRetry()
            .maxRetries(ESSAIS)
            .delay(200, ChronoUnit.MILLIS)
            .jitter(100, ChronoUnit.MILLIS)
            .retryOn(UncheckedIOException.class)
            .done()
            .build();

    @Override
    public int avec(IntSupplier action) {
        return garde.get(action::getAsInt, Integer.class);
    }
}
