package fr.gouv.apprentissage.bal.journal;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when an entry could be written now. The last failure is told, and does not decide: a replica that gets no request any more could
 * never succeed again.
 */
@Readiness
@ApplicationScoped
class SanteDuJournal implements AsyncHealthCheck {

    private static final String PARTITION_ABSENTE = "PARTITION_ABSENTE";

    private final JournalGroupe journal;

    SanteDuJournal(JournalGroupe journal) {
        this.journal = journal;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return journal.empechement()
                .onItem()
                .transformToUni(this::repare)
                .onFailure()
                .recoverWithItem(Echec::code)
                .map(this::reponse);
    }

    private Uni<String> repare(String empechement) {
        if (!PARTITION_ABSENTE.equals(empechement)) {
            return Uni.createFrom().item(empechement);
        }
        return journal.preparePartitions().chain(journal::empechement);
    }

    private HealthCheckResponse reponse(String empechement) {
        var reponse = HealthCheckResponse.named("journal").status(empechement.isEmpty());
        if (!empechement.isEmpty()) {
            reponse.withData("empechement", empechement);
        }
        journal.etat().dernierEchec().ifPresent(code -> reponse.withData("dernierEchec", code));
        return reponse.build();
    }
}
