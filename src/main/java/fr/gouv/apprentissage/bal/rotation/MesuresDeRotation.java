package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.Classe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Counts of the turning of keys, by class. Gauges show the newest job of a class, on every replica; the counter what this one did. */
final class MesuresDeRotation {

    private static final String CLASSE = "classe";

    private final Map<Classe, Rotation> dernieres = new ConcurrentHashMap<>();
    private final Map<Classe, Counter> faites = new EnumMap<>(Classe.class);

    MesuresDeRotation(MeterRegistry registre) {
        for (var classe : Classe.values()) {
            faites.put(
                    classe,
                    Counter.builder("bal.rotation.valeurs")
                            .description("Valeurs scellées à nouveau par ce processus")
                            .tag(CLASSE, classe.name())
                            .register(registre));
            jauge(
                    registre,
                    classe,
                    "bal.rotation.restants",
                    "Valeurs encore sous une ancienne version",
                    Rotation::restants);
            jauge(registre, classe, "bal.rotation.illisibles", "Valeurs qui ne s'ouvrent pas", Rotation::illisibles);
            jauge(registre, classe, "bal.rotation.progression", "Part faite, de 0 à 1", Rotation::progression);
        }
    }

    void faites(Rotation rotation, long valeurs) {
        faites.get(rotation.classe()).increment(valeurs);
    }

    void note(List<Rotation> parClasse) {
        parClasse.forEach(rotation -> dernieres.put(rotation.classe(), rotation));
    }

    private void jauge(
            MeterRegistry registre, Classe classe, String nom, String sens, ToDoubleFunction<Rotation> valeur) {
        Gauge.builder(nom, dernieres, connues -> {
                    var derniere = connues.get(classe);
                    return derniere == null ? Double.NaN : valeur.applyAsDouble(derniere);
                })
                .description(sens)
                .tag(CLASSE, classe.name())
                .register(registre);
    }
}
