package fr.gouv.apprentissage.bal.connecteur.opco;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the room does beside answering: it shows what it does, and forgets what directories said long ago. */
@ApplicationScoped
class EntretienDesOpco {

    private final OpcoDEntreprise opcos;

    EntretienDesOpco(OpcoDEntreprise opcos) {
        this.opcos = opcos;
    }

    @Produces
    @Singleton
    static MesuresOpco mesures(MeterRegistry registre) {
        return new MesuresOpco(registre);
    }

    /** Every replica may: what is gone is gone. */
    @Scheduled(every = "24h", delayed = "30m", identity = "opco-purge")
    @Blocking
    void purge() {
        opcos.purge();
    }
}
