package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.ingestion.Derive;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What is asked of the OPCOs and of the directories, by source and kind of answer; never of whom. */
final class MesuresOpco {

    private static final Logger LOG = Logger.getLogger(MesuresOpco.class);
    private static final String SOURCE = "source";

    private final MeterRegistry registre;
    private final Map<String, Double> disjoncteurs = new ConcurrentHashMap<>();
    private final Set<String> dites = ConcurrentHashMap.newKeySet();

    MesuresOpco(MeterRegistry registre) {
        this.registre = registre;
    }

    /** One question has its answer. */
    void reponse(String source, String reponse, Duration duree) {
        registre.counter("bal.opco.reponses", SOURCE, source, "reponse", reponse)
                .increment();
        registre.timer("bal.opco.duree", SOURCE, source).record(duree);
    }

    /** Where the breaker of a source stands. */
    void disjoncteur(String source, CircuitBreakerState etat) {
        var valeur =
                switch (etat) {
                    case CLOSED -> 0d;
                    case HALF_OPEN -> 0.5;
                    case OPEN -> 1d;
                };
        if (disjoncteurs.put(source, valeur) == null) {
            Gauge.builder("bal.opco.disjoncteur", disjoncteurs, tous -> tous.get(source))
                    .description("0 : la source est demandée ; 1 : elle ne l'est pas ; 0,5 : elle l'est à l'essai")
                    .tag(SOURCE, source)
                    .register(registre);
        }
    }

    /** An answer that is not as the contract of its source says: counted each time, told once. */
    void derives(String source, Derives derives) {
        derives.toutes().forEach(une -> {
            registre.counter(
                            "bal.opco.derives",
                            SOURCE,
                            source,
                            "nature",
                            une.nature().name())
                    .increment(une.nombre());
            dis(source, une);
        });
    }

    private void dis(String source, Derive derive) {
        if (dites.size() < 1_000 && dites.add(source + ' ' + derive.champ() + ' ' + derive.nature())) {
            LOG.warnf("%s : la source a changé de forme, %s %s", source, derive.nature(), derive.champ());
        }
    }
}
