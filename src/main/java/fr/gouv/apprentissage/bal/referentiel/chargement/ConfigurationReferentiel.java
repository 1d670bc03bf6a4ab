package fr.gouv.apprentissage.bal.referentiel.chargement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which files to load. */
@ConfigMapping(prefix = "bal.referentiel")
public interface ConfigurationReferentiel {

    /** Paths or addresses of lists of training centres (CSV) and of the référentiel (JSON), told apart by their content. */
    Optional<List<String>> organismes();

    /** Path or address of the diplomas of the BCN. */
    Optional<String> diplomes();

    /** Path or address of the levels of these diplomas. */
    Optional<String> niveaux();

    /** Longest time that the download of one file may take. */
    @WithDefault("2m")
    Duration delai();
}
