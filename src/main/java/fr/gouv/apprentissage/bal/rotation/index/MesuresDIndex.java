package fr.gouv.apprentissage.bal.rotation.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** Counts of the turning of blind indexes. Gauges show the newest job, on every replica; the counter what this one did. */
final class MesuresDIndex {

    private final AtomicReference<Optional<Travail>> dernier = new AtomicReference<>(Optional.empty());
    private final Counter faits;

    MesuresDIndex(MeterRegistry registre) {
        faits = Counter.builder("bal.rotation.index.enregistrements")
                .description("Enregistrements dont ce processus a refait les index")
                .register(registre);
        jauge(
                registre,
                "bal.rotation.index.restants",
                "Enregistrements encore sans la nouvelle génération",
                Travail::restants);
        jauge(registre, "bal.rotation.index.illisibles", "Enregistrements qui ne s'ouvrent pas", Travail::illisibles);
        jauge(registre, "bal.rotation.index.progression", "Part faite, de 0 à 1", Travail::progression);
    }

    void faits(long enregistrements) {
        faits.increment(enregistrements);
    }

    void note(Optional<Travail> travail) {
        dernier.set(travail);
    }

    private void jauge(MeterRegistry registre, String nom, String sens, ToDoubleFunction<Travail> valeur) {
        Gauge.builder(nom, dernier, connu -> connu.get()
                        .map(valeur::applyAsDouble)
                        .orElse(Double.NaN))
                .description(sens)
                .register(registre);
    }
}
