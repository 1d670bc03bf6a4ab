package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keys of one format of files, under {@code bal.connecteur.opco.fichiers}. */
public interface FichiersConfig {

    /** Folder of the files; without it nor an address the connector is not active. */
    Optional<Path> dossier();

    /** Address of one file. */
    Optional<URI> url();

    /** Whether it runs. */
    @WithDefault("true")
    boolean actif();

    /** When it runs by itself: a cron expression, Europe/Paris. */
    @WithDefault("0 0 5 * * ?")
    String planification();

    /** Hours in which it may run, Europe/Paris. */
    @WithDefault("00:00-24:00")
    String ouverture();

    /** How long what a file says may be trusted, from the day on which it was written. */
    @WithDefault("P30D")
    Duration confiance();

    /** Longest download. */
    @WithDefault("600S")
    Duration delai();
}
