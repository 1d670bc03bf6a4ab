package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.contrat.TerritoireStore;
import fr.gouv.apprentissage.bal.referentiel.chargement.ReferentielCharge;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Makes the copies of territories on contracts anew when the référentiel was loaded. */
@ApplicationScoped
public class RattachementDesContrats {

    private static final Logger LOG = Logger.getLogger(RattachementDesContrats.class);
    private static final long TRANCHE = 20_000;

    private final TerritoireStore territoires = new TerritoireStore();
    private final Transactions transactions;

    RattachementDesContrats(Pool pool) {
        this.transactions = new Transactions(pool);
    }

    void rattache(@Observes ReferentielCharge charge) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                tous();
            } catch (RuntimeException panne) {
                LOG.errorf(
                        "les territoires des contrats n'ont pas été refaits, %s",
                        Panne.de(panne).trace());
            }
        });
    }

    void rattacheAussi(@ObservesAsync ReferentielCharge charge) {
        rattache(charge);
    }

    /** In ranges of ids, each a transaction: a contract that moves into a perimeter has changed for who polls. */
    void tous() {
        var dernier = transactions.avec(territoires::dernier);
        for (var debut = 0L; debut <= dernier; debut += TRANCHE) {
            var premier = debut;
            transactions.fais(connexion -> {
                var estampille = ContratStore.estampille(connexion, TRANCHE);
                territoires.rattache(connexion, premier, premier + TRANCHE, estampille);
                ContratStore.confirme(connexion, estampille);
            });
        }
    }
}
