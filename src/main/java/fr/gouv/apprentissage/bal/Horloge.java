package fr.gouv.apprentissage.bal;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock: injected everywhere, so that a test can set it. */
public final class Horloge {

    /** The system's clock, UTC; days are read from it in Europe/Paris. */
    @Produces
    @Singleton
    Clock horloge() {
        return Clock.systemUTC();
    }
}
