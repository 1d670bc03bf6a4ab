package fr.gouv.apprentissage.bal.connecteur.deca;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The connector's keys as a test sets them. */
record ConfigDeca(LocalDate depuis, Duration delai) implements DecaConfig {

    ConfigDeca(LocalDate depuis) {
        this(depuis, Duration.ofSeconds(2));
    }

    private record CompteDeTest(String nom) implements Compte {

        @Override
        public Optional<String> utilisateur() {
            return Optional.of(nom);
        }

        @Override
        public Optional<String> secret() {
            return Optional.of("secret");
        }
    }

    @Override
    public Optional<URI> url() {
        return Optional.empty();
    }

    @Override
    public Compte lba() {
        return new CompteDeTest("lba");
    }

    @Override
    public Compte tba() {
        return new CompteDeTest("tba");
    }

    @Override
    public boolean actif() {
        return true;
    }

    @Override
    public String planification() {
        return "0 30 19 * * ?";
    }

    @Override
    public ZoneId fuseau() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public double debit() {
        return 10_000;
    }

    @Override
    public String ouverture() {
        return "19:10-06:50";
    }

    @Override
    public boolean auDemarrage() {
        return false;
    }

    @Override
    public int essais() {
        return 2;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration pauseMaximale() {
        return Duration.ofMillis(1);
    }
}
