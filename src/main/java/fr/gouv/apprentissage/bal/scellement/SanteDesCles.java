package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while there is something that this process can serve: ids and cursors, the current epoch, and at least one class. A key that is absent
 * is told by name and does not decide: a replica that was given only some classes serves those, and one whose other replicas miss the same key
 * would leave nobody to serve the rest. Reads memory alone.
 */
@Readiness
@Singleton
final class SanteDesCles implements HealthCheck {

    private static final List<String> INDISPENSABLES = List.of("PSEUDONYME", Trousseau.EPOQUE);
    private static final List<String> CLASSES =
            Stream.of(Classe.values()).map(Classe::name).toList();

    private final Trousseau trousseau;

    SanteDesCles(Trousseau trousseau) {
        this.trousseau = trousseau;
    }

    @Override
    public HealthCheckResponse call() {
        var etats = trousseau.etats();
        var servies = etats.stream()
                .filter(etat -> etat.courante() && etat.presente())
                .map(EtatDeCle::genre)
                .toList();
        var reponse = HealthCheckResponse.named("cles")
                .status(servies.containsAll(INDISPENSABLES) && CLASSES.stream().anyMatch(servies::contains));
        etats.stream()
                .filter(etat -> !etat.pourquoi().isEmpty())
                .forEach(etat -> reponse.withData(etat.genre() + " " + etat.version(), etat.pourquoi()));
        return reponse.build();
    }
}
