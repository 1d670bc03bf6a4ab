package fr.gouv.apprentissage.bal.ingestion.sortie;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Keys of {@code bal.sortie}. */
@ConfigMapping(prefix = "bal.sortie")
public interface SortieConfig {

    /** Whether sources may be asked on addresses of a private network. */
    @WithDefault("false")
    @WithName("adresses-privees")
    boolean adressesPrivees();

    /** Most that is read of one answer, after decompression. */
    @WithDefault("512M")
    MemorySize taille();
}
