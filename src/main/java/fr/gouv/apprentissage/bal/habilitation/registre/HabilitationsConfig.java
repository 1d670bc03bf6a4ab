package fr.gouv.apprentissage.bal.habilitation.registre;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Configuration of the habilitations. */
@ConfigMapping(prefix = "bal.habilitations")
public interface HabilitationsConfig {

    /** YAML file: a path, or {@code classpath:} and a name. Absent: the tables hold as they are. */
    Optional<String> fichier();

    /** Whether the same version with another content is taken: for development. */
    @WithDefault("false")
    boolean memeVersion();

    /** Which wins, the file or tables that were seeded before. */
    @WithDefault("FICHIER")
    Source source();

    /** Whether two persons are needed to grant: one proposes, another accepts. */
    @WithDefault("true")
    boolean doubleAccord();

    /** What holds when file and tables differ. */
    enum Source {
        /** A file of a higher version replaces what the tables say of what it lists. */
        FICHIER,
        /** The file seeds empty tables; then it is compared, and nothing more. */
        TABLES
    }

    /** How often the revision is compared, in case a notification was lost. */
    @WithDefault("5s")
    Duration releve();
}
