package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.EpoquesConfig;
import java.time.Duration;

/** What an operator set, for tests. */
record ConfigDEpoques(Duration epoque, int epoquesGardees, int lot, int debit) implements EpoquesConfig {

    /** Epochs that turn when they are asked to. */
    static final ConfigDEpoques SUR_DEMANDE = new ConfigDEpoques(Duration.ofDays(30), 2, 100, 0);

    @Override
    public Versement epoques() {
        return new Versement() {
            @Override
            public int debit() {
                return debit;
            }

            @Override
            public int lot() {
                return lot;
            }

            @Override
            public Duration veille() {
                return Duration.ofMinutes(1);
            }
        };
    }
}
