package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.habilitation.observation.Tampon;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** The real execution without container: for tests that answer many operations. */
public final class ExecuteurDeTest {

    private static final int PLANS = 1000;
    private static final int OUVERTURES_EN_BOUCLE = 1000;

    private ExecuteurDeTest() {}

    /** Answers from this pool, under the keys of tests; values are opened by what is given, which stands before those keys. */
    public static ExecuteurDePlan sur(
            Pool pool,
            RegistreCourant registre,
            Catalogue catalogue,
            ScellementDeTest sceaux,
            Scellement ouvreur,
            Journal journal) {
        return new ExecuteurSql(
                registre,
                catalogue,
                ouvreur,
                sceaux.index(),
                sceaux.pseudonymes(),
                journal,
                pool,
                new Tampon(Clock.systemUTC(), PLANS),
                PLANS,
                OUVERTURES_EN_BOUCLE);
    }
}
