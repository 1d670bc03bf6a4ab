package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives erasure all the places that the rooms keep. */
final class AssemblageDesEffacements {

    @Produces
    @Singleton
    EffacementDePersonne effacement(
            Pool pool,
            Scellement scellement,
            MarquesDeSuppression suppressions,
            @Any Instance<Lieu> lieux,
            Signataire signataire,
            EffacementConfig config,
            Clock horloge) {
        return new EffacementDePersonne(
                pool, scellement, suppressions, lieux.stream().toList(), signataire, config, horloge);
    }
}
