package fr.gouv.apprentissage.bal.ingestion;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

/** Retries by the fault tolerance library: pauses double from the first to the longest, with full jitter; what the source asks for in Retry-After is waited for at least. */
public final class RepriseAvecGarde implements Reprise {

    private final Guard garde;

    /**
     * @param essais how many times one page is tried again, at least 0
     * @param premiere first pause
     * @param plusLongue longest pause that we choose by ourselves
     */
    public RepriseAvecGarde(int essais, Duration premiere, Duration plusLongue) {
        garde = Guard.create()
                .withRetry()
                .maxRetries(essais)
                .maxDuration(1, ChronoUnit.DAYS)
                .retryOn(SourceIndisponible.class)
                .withCustomBackoff()
                .strategy(() -> new Pause(premiere, plusLongue))
                .done()
                .done()
                .build();
    }

    @Override
    public int avec(IntSupplier action) {
        return garde.get(action::getAsInt, Integer.class);
    }

    /** One per action: each knows how many pauses there were. */
    static final class Pause implements CustomBackoffStrategy {

        private final Duration plusLongue;
        private Duration prochaine;

        Pause(Duration premiere, Duration plusLongue) {
            this.prochaine = premiere;
            this.plusLongue = plusLongue;
        }

        @Override
        public long nextDelayInMillis(Throwable echec) {
            var borne = Math.max(1, prochaine.toMillis());
            prochaine = prochaine.multipliedBy(2).compareTo(plusLongue) > 0 ? plusLongue : prochaine.multipliedBy(2);
            var hasard = ThreadLocalRandom.current().nextLong(borne) + 1;
            var demandee = echec instanceof SourceIndisponible indisponible
                    ? indisponible.attente().map(Duration::toMillis).orElse(0L)
                    : 0L;
            return Math.max(demandee, 0) + hasard;
        }
    }
}
