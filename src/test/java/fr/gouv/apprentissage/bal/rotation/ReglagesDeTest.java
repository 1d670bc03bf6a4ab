package fr.gouv.apprentissage.bal.rotation;

import java.time.Duration;
import java.util.Optional;

record ReglagesDeTest(int lot, int debit) implements RotationConfig {

    static final ReglagesDeTest SANS_FREIN = new ReglagesDeTest(500, 0);

    @Override
    public Duration veille() {
        return Duration.ofSeconds(5);
    }

    @Override
    public String planification() {
        return "off";
    }

    @Override
    public Duration age() {
        return Duration.ofDays(365);
    }

    @Override
    public Optional<Duration> retrait() {
        return Optional.empty();
    }
}
