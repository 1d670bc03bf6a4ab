package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connector's keys as a test sets them. */
record ConfigFranceTravail(Optional<List<String>> departements) implements FranceTravailConfig {

    @Override
    public Optional<URI> url() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> connexion() {
        return Optional.empty();
    }

    @Override
    public Optional<String> utilisateur() {
        return Optional.empty();
    }

    @Override
    public Optional<String> secret() {
        return Optional.empty();
    }

    @Override
    public boolean actif() {
        return true;
    }

    @Override
    public String planification() {
        return "0 15 5 * * ?";
    }

    @Override
    public double debit() {
        return 8;
    }

    @Override
    public String ouverture() {
        return "00:00-24:00";
    }

    @Override
    public boolean auDemarrage() {
        return false;
    }

    @Override
    public Duration delai() {
        return Duration.ofSeconds(60);
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

    @Override
    public int conservation() {
        return 1095;
    }
}
