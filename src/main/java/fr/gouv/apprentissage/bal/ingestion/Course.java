package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** One run from its start, or from where it stopped, to its end. */
final class Course {

    private static final Logger LOG = Logger.getLogger(Course.class);

    /** How a run came out of this process's hands. */
    enum Issue {
        /** It is over, well or not. */
        FINIE,
        /** It goes on later, here or elsewhere. */
        SUSPENDUE
    }

    /** Whether a run may go on. */
    interface Garde {

        /** Returns when it may; throws {@link Suspension} or {@link BailPerdu} when it may not. */
        void verifie();

        /** Whether the lease holds, asked within the transaction that depends on it. */
        Predicate<SqlConnection> tient();
    }

    private final Clock horloge;
    private final ConnecteurTire connecteur;
    private final ExecutionStore executions;
    private final LectureDeJournee lecture;
    private final FusionDeJournee fusion;

    Course(
            Clock horloge,
            ConnecteurTire connecteur,
            ExecutionStore executions,
            LectureDeJournee lecture,
            FusionDeJournee fusion) {
        this.horloge = horloge;
        this.connecteur = connecteur;
        this.executions = executions;
        this.lecture = lecture;
        this.fusion = fusion;
    }

    Issue deroule(Execution demandee, Garde garde) {
        try {
            garde.verifie();
            var periode = Periode.de(demandee, connecteur, executions.curseur(connecteur.nom()), horloge);
            if (periode.isEmpty()) {
                executions.commence(demandee.id(), null, null);
                executions.termine(demandee.id(), EtatExecution.TERMINEE, null);
                return Issue.FINIE;
            }
            var execution = executions.commence(
                    demandee.id(), periode.get().du(), periode.get().au());
            jours(execution, garde);
            executions.termine(execution.id(), EtatExecution.TERMINEE, null);
            return Issue.FINIE;
        } catch (Suspension suspension) {
            executions.suspend(demandee.id(), suspension.getMessage());
            return Issue.SUSPENDUE;
        } catch (ClesIndisponibles absentes) {
            executions.suspend(demandee.id(), "les clés de scellement sont indisponibles");
            return Issue.SUSPENDUE;
        } catch (SourceIndisponible | SourceRefusee echec) {
            LOG.warnf("%s : exécution %d échouée, %s", connecteur.nom(), demandee.id(), echec.getMessage());
            executions.termine(demandee.id(), EtatExecution.ECHOUEE, echec.getMessage());
            return Issue.FINIE;
        } catch (BailPerdu perdu) {
            throw perdu;
        } catch (RuntimeException panne) {
            return tombe(demandee, Panne.de(panne));
        }
    }

    private Issue tombe(Execution demandee, Panne panne) {
        LOG.errorf("%s : exécution %d interrompue, %s", connecteur.nom(), demandee.id(), panne.trace());
        if (panne.passagere()) {
            executions.suspend(demandee.id(), "la base de données est indisponible");
            return Issue.SUSPENDUE;
        }
        executions.termine(demandee.id(), EtatExecution.ECHOUEE, "erreur interne");
        return Issue.FINIE;
    }

    private void jours(Execution execution, Garde garde) {
        var progression = new Progression(horloge, execution);
        lecture.reprends(execution.id());
        var premier =
                execution.jour() == null ? execution.du() : execution.jour().plusDays(1);
        for (LocalDate jour = premier; !jour.isAfter(execution.au()); jour = jour.plusDays(1)) {
            var ceJour = jour;
            lecture.lis(execution.id(), ceJour, garde::verifie, lues -> progression.lues(ceJour, lues));
            garde.verifie();
            progression.fusionne(ceJour, fusion.fusionne(execution.id(), ceJour, garde.tient()));
        }
    }
}
