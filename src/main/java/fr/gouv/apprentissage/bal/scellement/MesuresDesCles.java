package fr.gouv.apprentissage.bal.scellement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What of the keys is in memory, and for how long: nothing of the keys themselves. */
@Singleton
final class MesuresDesCles {

    private final Trousseau trousseau;
    private final MeterRegistry registre;

    MesuresDesCles(Trousseau trousseau, MeterRegistry registre) {
        this.trousseau = trousseau;
        this.registre = registre;
    }

    // Once the ring is open.
    void auDemarrage(@Observes @Priority(11) StartupEvent demarrage) {
        inscris();
    }

    void inscris() {
        trousseau.etats().stream().map(EtatDeCle::genre).distinct().forEach(this::inscris);
    }

    private void inscris(String genre) {
        jauge("bal.cles.memoire", "Versions de la clé en mémoire", genre, etat -> etat.presente() ? 1 : 0);
        Gauge.builder("bal.cles.fin", () -> somme(genre, etat -> etat.courante() ? etat.reste() / 1000.0 : 0))
                .baseUnit("seconds")
                .description("Temps pendant lequel la version courante sert encore si elle n'est pas rafraîchie")
                .tag("cle", genre)
                .register(registre);
        jauge(
                "bal.cles.absentes",
                "Versions de la clé que ce processus n'a pas",
                genre,
                etat -> etat.presente() ? 0 : 1);
    }

    private void jauge(String nom, String description, String genre, ToDoubleFunction<EtatDeCle> mesure) {
        Gauge.builder(nom, () -> somme(genre, mesure))
                .description(description)
                .tag("cle", genre)
                .register(registre);
    }

    private double somme(String genre, ToDoubleFunction<EtatDeCle> mesure) {
        return trousseau.etats().stream()
                .filter(etat -> etat.genre().equals(genre))
                .mapToDouble(mesure)
                .sum();
    }
}
