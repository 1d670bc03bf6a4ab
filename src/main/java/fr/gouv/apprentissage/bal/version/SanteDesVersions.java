package fr.gouv.apprentissage.bal.version;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once others write what this build cannot read: it was taken for dead, and the upgrade went on. */
@Readiness
@ApplicationScoped
class SanteDesVersions implements HealthCheck {

    private final Battement battement;

    SanteDesVersions(Battement battement) {
        this.battement = battement;
    }

    @Override
    public HealthCheckResponse call() {
        var empechement = battement.empechement();
        var reponse = HealthCheckResponse.named("versions").status(empechement.isEmpty());
        empechement.ifPresent(texte -> reponse.withData("empechement", texte));
        return reponse.build();
    }
}
