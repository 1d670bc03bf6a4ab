package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Root fields on connectors. */
@ApplicationScoped
@Unremovable
public class ConnecteursEnGraphql {

    private static final String ADMINISTRATEUR = "administrateur";

    private final Conduite conduite;

    ConnecteursEnGraphql(Conduite conduite) {
        this.conduite = conduite;
    }

    /** The sources that are pulled, with their last runs. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<List<Connecteur>> connecteurs() {
        return aPart(() -> conduite.connecteurs().stream().map(this::connecteur).toList());
    }

    /**
     * Starts a run: without days, from the cursor; with days, a period is read again, and the cursor stays.
     *
     * @throws ArgumentInvalide when there is no such connector, it is not active, or the period is not one that may be asked for
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<ExecutionDeConnecteur> lanceConnecteur(@NonNul String nom, LocalDate du, LocalDate au) {
        return aPart(() -> {
            var connecteur = conduite.connecteurs().stream()
                    .filter(un -> un.nom().equals(nom))
                    .findFirst()
                    .orElseThrow(() -> new ArgumentInvalide("nom", "aucun connecteur de ce nom"));
            if (!connecteur.actif()) {
                throw new ArgumentInvalide("nom", "ce connecteur n'est pas actif");
            }
            return ExecutionDeConnecteur.de(conduite.lance(nom, periode(connecteur, du, au)), maintenant());
        });
    }

    /**
     * Ends a run: at once where it waits, at its next page or lot where it runs. What it merged stays.
     *
     * @throws ArgumentInvalide when there is no such run, or it is over
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<ExecutionDeConnecteur> annuleExecution(@NonNul @Id String id) {
        return aPart(() -> {
            var execution = numero(id)
                    .flatMap(conduite::execution)
                    .orElseThrow(() -> new ArgumentInvalide("id", "aucune exécution de cet identifiant"));
            if (execution.etat().finie()) {
                throw new ArgumentInvalide("id", "cette exécution est déjà finie");
            }
            return ExecutionDeConnecteur.de(conduite.annule(execution.id()).orElse(execution), maintenant());
        });
    }

    private Optional<Periode> periode(ConnecteurPlanifie connecteur, LocalDate du, LocalDate au) {
        if (du == null && au == null) {
            return Optional.empty();
        }
        if (connecteur instanceof ConnecteurTire tire) {
            return Optional.of(Periode.demandee(tire, du, au, conduite.horloge()));
        }
        throw new ArgumentInvalide("du", "ce connecteur ne lit pas par jours");
    }

    private static Optional<Long> numero(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private Connecteur connecteur(ConnecteurPlanifie connecteur) {
        return new Connecteur(
                connecteur.nom(),
                connecteur.source(),
                connecteur.planification(),
                connecteur.actif(),
                conduite.curseur(connecteur.nom()).map(LocalDate::toString).orElse(null),
                conduite.quarantaine(connecteur).entrySet().stream()
                        .map(une -> new Signalement(une.getKey(), (int) Math.min(une.getValue(), Integer.MAX_VALUE)))
                        .toList(),
                conduite.executions(connecteur.nom(), Connecteur.EXECUTIONS).stream()
                        .map(execution -> ExecutionDeConnecteur.de(execution, maintenant()))
                        .toList());
    }

    private OffsetDateTime maintenant() {
        return OffsetDateTime.now(conduite.horloge());
    }

    /** The stores wait for the database: never on an event loop. */
    private static <T> Uni<T> aPart(Supplier<T> action) {
        return Uni.createFrom().item(action).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
