package fr.gouv.apprentissage.bal.connecteur.deca;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Keys of {@code bal.connecteur.deca}. */
@ConfigMapping(prefix = "bal.connecteur.deca")
public interface DecaConfig {

    /** Base address, before {@code /contrats/extractLBA}; without it the connector is not active. */
    Optional<URI> url();

    /** Account of the extract LBA. */
    Compte lba();

    /** Account of the extract TBA. */
    Compte tba();

    /** Whether it runs. */
    @WithDefault("true")
    boolean actif();

    /** When it runs by itself: a cron expression as Quartz writes them, {@code off}: never. */
    @WithDefault("0 30 19 * * ?")
    String planification();

    /** Whose wall clock the schedule means. */
    @WithDefault("Europe/Paris")
    ZoneId fuseau();

    /** Requests per second, both extracts together. The source takes two; below it, since a network may bring requests closer together. */
    @WithDefault("1.6")
    double debit();

    /** Hours of the source, Europe/Paris. */
    @WithDefault("19:10-06:50")
    String ouverture();

    /** First day of a first run. */
    @WithDefault("2022-06-07")
    LocalDate depuis();

    /** Whether a run is asked for at start. */
    @WithDefault("false")
    @WithName("au-demarrage")
    boolean auDemarrage();

    /** Longest wait for a page, from the request to its last byte. */
    @WithDefault("600S")
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

    /** An account of the source. */
    interface Compte {

        /** User name. */
        Optional<String> utilisateur();

        /** Password. */
        Optional<String> secret();
    }
}
