package fr.gouv.apprentissage.bal.droits.effacement;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how many erasures were carried out again; a process that could not do so has not started. */
@Readiness
@ApplicationScoped
class SanteDesEffacements implements HealthCheck {

    private final EntretienDesEffacements entretien;

    SanteDesEffacements(EntretienDesEffacements entretien) {
        this.entretien = entretien;
    }

    @Override
    public HealthCheckResponse call() {
        var releve = entretien.releve();
        return HealthCheckResponse.named("effacements")
                .up()
                .withData("inscrits", releve.inscrits())
                .withData("rejoues", releve.rejoues())
                .withData("remis", releve.remis())
                .withData("ligneInachevee", releve.inachevee())
                .build();
    }
}
