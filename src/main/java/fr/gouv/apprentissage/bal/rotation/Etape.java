package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One step of a job, a transaction that holds the job's row: of several processes one works, and any of them goes on where another was killed.
 * What it lacks is no failure: the job says what it waits for, and the next round tries again.
 */
public final class Etape {

    private static final Logger LOG = Logger.getLogger(Etape.class);
    private static final String VERROU_ATTENDU = "55P03";

    private Etape() {}

    /**
     * Takes a step.
     *
     * @param travail the job, as the log names it
     * @param attends told, in French, what the job waits for
     * @param pas the step: how long to wait before the next one, empty when there is nothing to do now
     * @return what the step gave; empty where it waits
     */
    public static Optional<Duration> essaie(
            String travail, Consumer<String> attends, Supplier<Optional<Duration>> pas) {
        try {
            return pas.get();
        } catch (ClesIndisponibles absentes) {
            attends.accept("les clés de scellement sont indisponibles");
        } catch (JournalIndisponible indisponible) {
            attends.accept("le journal est indisponible");
        } catch (SignatureIndisponible absente) {
            attends.accept("la clé qui signe la preuve est indisponible");
        } catch (PgException refus) {
            if (VERROU_ATTENDU.equals(refus.getSqlState())) {
                attends.accept("des écritures en cours n'ont pas fini");
            } else {
                LOG.warnf("%s : SQLSTATE %s, elle reprendra", travail, refus.getSqlState());
            }
        }
        return Optional.empty();
    }
}
