package fr.gouv.apprentissage.bal.passerelle.operation;

import io.github.bucket4j.TimeMeter;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The time that budgets are counted by: that of the process, which never goes back. Injected, so that a test can set it. */
final class MesureDuTemps {
    @Produces
    @Singleton
    @DefaultBean
    TimeMeter temps() {
        return TimeMeter.SYSTEM_NANOTIME;
    }
}
