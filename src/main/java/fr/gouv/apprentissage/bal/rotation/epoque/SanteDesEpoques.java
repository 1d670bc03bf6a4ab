package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.Epoques;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says where epochs do not turn. It does not decide: a process that may not turn them serves all the same. */
@Readiness
@ApplicationScoped
class SanteDesEpoques implements HealthCheck {

    private final Epoques epoques;

    SanteDesEpoques(Epoques epoques) {
        this.epoques = epoques;
    }

    @Override
    public HealthCheckResponse call() {
        var reponse = HealthCheckResponse.named("epoques").up();
        epoques.empechement().ifPresent(pourquoi -> reponse.withData("empechement", pourquoi));
        return reponse.build();
    }
}
