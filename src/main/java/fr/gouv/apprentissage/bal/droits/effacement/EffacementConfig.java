package fr.gouv.apprentissage.bal.droits.effacement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Keys of {@code bal.droits}. */
@ConfigMapping(prefix = "bal.droits")
public interface EffacementConfig {

    /** The list of erasures, outside of the database and of its backups. Without it nobody is erased. */
    Optional<Path> effacements();

    /** Public keys (PEM) by which its older entries are verified, beside the one that signs now. */
    Optional<List<Path>> clesPubliques();

    /** How long an extract may not bring an erased person back: by default as long as a contract may last (C. trav., L6222-7-1, R6222-46). */
    @WithDefault("P4Y")
    String suppression();

    /** The same as a period. */
    default Period dureeDeSuppression() {
        return Period.parse(suppression());
    }
}
