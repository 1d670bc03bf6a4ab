package fr.gouv.apprentissage.bal.connecteur.francetravail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keys of {@code bal.connecteur.francetravail}. */
@ConfigMapping(prefix = "bal.connecteur.francetravail")
public interface FranceTravailConfig {

    /** Base address of the API, before {@code /v2/offres/search}; without it the connector is not active. */
    Optional<URI> url();

    /** Where tokens are asked for, before {@code ?realm=}; without it the connector is not active. */
    Optional<URI> connexion();

    /** Client of the account. */
    Optional<String> utilisateur();

    /** Its secret. */
    Optional<String> secret();

    /** Whether it runs. */
    @WithDefault("true")
    boolean actif();

    /** When it runs by itself: a cron expression, Europe/Paris. */
    @WithDefault("0 15 5 * * ?")
    String planification();

    /** Requests per second, tokens included. The source takes ten; below it, since a network may bring requests closer together. */
    @WithDefault("7")
    double debit();

    /** Hours in which it may be asked, Europe/Paris. */
    @WithDefault("00:00-24:00")
    String ouverture();

    /** Codes of the départements that are read; empty: all of them, and the overseas collectivities. */
    Optional<List<String>> departements();

    /** Whether a run is asked for at start. */
    @WithDefault("false")
    @WithName("au-demarrage")
    boolean auDemarrage();

    /** Longest wait for a page, from the request to its last byte. */
    @WithDefault("60S")
    Duration delai();

    /** How many times a page is tried again. */
    @WithDefault("8")
    int essais();

    /** First pause between two tries; each next one is twice as long, drawn at random below that. */
    @WithDefault("1S")
    Duration pause();

    /** Longest pause between two tries, unless the source asks for more (Retry-After). */
    @WithDefault("60S")
    @WithName("pause-maximale")
    Duration pauseMaximale();

    /** How many days the dates of an offer are kept once it is gone, at least 1. */
    @WithDefault("1095")
    int conservation();
}
