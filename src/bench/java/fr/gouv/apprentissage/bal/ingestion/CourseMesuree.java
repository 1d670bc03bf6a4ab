package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A connector run with everything that production has: lease, fence, sealing with nonces drawn in lots, marks of suppression. */
public final class CourseMesuree implements AutoCloseable {

    private final ScheduledExecutorService battements = Executors.newSingleThreadScheduledExecutor();
    private final AtelierDIngestion atelier;
    private final Meneur meneur;
    private final String nom;

    public CourseMesuree(Pool pool, Clock horloge, ConnecteurTire connecteur, ScellementDeTest cles) {
        nom = connecteur.nom();
        atelier = new AtelierDIngestion(
                pool,
                cles.scellementParLots(),
                cles.versions(),
                cles.index(),
                cles.marques(),
                horloge,
                (connexion, faits) -> {
                    throw new IllegalStateException("DECA n'est pas une source de faits");
                },
                SurDerive.SIGNALER,
                new MesuresDIngestion(new SimpleMeterRegistry(), horloge));
        meneur = atelier.meneur(connecteur, UUID.randomUUID().toString(), Duration.ofSeconds(30), battements);
    }

    /** Reads one day to its end. */
    public Bilan lis(LocalDate jour) {
        atelier.executions().demande(nom, jour, jour);
        meneur.tour();
        var execution = atelier.executions().dernieres(nom, 1).get(0);
        if (execution.etat() != EtatExecution.TERMINEE) {
            throw new IllegalStateException("exécution " + execution.etat() + " : " + execution.erreur());
        }
        return execution.bilan();
    }

    @Override
    public void close() {
        battements.shutdownNow();
    }
}
