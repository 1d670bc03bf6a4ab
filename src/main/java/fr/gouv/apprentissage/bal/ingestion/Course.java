package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import org.jboss.logging.Logger;

/** One run from its start, or from where it stopped, to its end. All that it writes, it writes under the fence. */
final class Course {

    private static final Logger LOG = Logger.getLogger(Course.class);

    /** How a run came out of this process's hands. */
    enum Issue {
        /** It is over, well or not. */
        FINIE,
        /** Another run of the connector goes first. */
        CEDEE,
        /** It goes on later, here or elsewhere. */
        SUSPENDUE
    }

    private final ConnecteurPlanifie connecteur;
    private final Transactions gardees;
    private final ExecutionStore executions;
    private final Parcours parcours;
    private final MesuresDIngestion mesures;
    private final PageStore pages = new PageStore();

    /** @param gardees transactions that the fence ends */
    Course(
            ConnecteurPlanifie connecteur,
            Transactions gardees,
            ExecutionStore executions,
            Parcours parcours,
            MesuresDIngestion mesures) {
        this.connecteur = connecteur;
        this.gardees = gardees;
        this.executions = executions;
        this.parcours = parcours;
        this.mesures = mesures;
    }

    /**
     * Runs it.
     *
     * @param garde throws {@link Suspension} or {@link BailPerdu} when the run may not go on
     * @throws BailPerdu when the lease is somebody else's: so is the run
     */
    Issue deroule(Execution demandee, Runnable garde) {
        try {
            verifie(demandee, garde);
            parcours.deroule(demandee, () -> verifie(demandee, garde));
            return finis(demandee, EtatExecution.TERMINEE, null);
        } catch (Suspension suspension) {
            suspends(demandee, suspension.getMessage());
            return suspension.cede() ? Issue.CEDEE : Issue.SUSPENDUE;
        } catch (ClesIndisponibles absentes) {
            interromps(demandee, Interruption.CLES_INDISPONIBLES);
            return Issue.SUSPENDUE;
        } catch (Annulation annulee) {
            return annule(demandee);
        } catch (SourceIndisponible | SourceRefusee echec) {
            LOG.warnf("%s : exécution %d échouée, %s", connecteur.nom(), demandee.id(), echec.getMessage());
            return finis(demandee, EtatExecution.ECHOUEE, echec.getMessage());
        } catch (BailPerdu perdu) {
            throw perdu;
        } catch (RuntimeException panne) {
            return tombe(demandee, Panne.de(panne));
        }
    }

    private void verifie(Execution demandee, Runnable garde) {
        garde.run();
        if (executions.annulation(demandee.id())) {
            throw new Annulation();
        }
    }

    private Issue tombe(Execution demandee, Panne panne) {
        LOG.errorf("%s : exécution %d interrompue, %s", connecteur.nom(), demandee.id(), panne.trace());
        if (panne.interruption().isPresent()) {
            interromps(demandee, panne.interruption().get());
            return Issue.SUSPENDUE;
        }
        return finis(demandee, EtatExecution.ECHOUEE, "erreur interne");
    }

    /** What is merged stays; what waits for its merge goes. */
    private Issue annule(Execution demandee) {
        var finie = gardees.dans(connexion -> {
            if (connecteur.metEnAttente()) {
                pages.reprends(connexion, connecteur.source(), PageStore.AUCUNE);
            }
            return executions.termine(connexion, demandee.id(), EtatExecution.ANNULEE, null);
        });
        if (finie) {
            mesures.finie(connecteur.nom(), EtatExecution.ANNULEE);
        }
        return Issue.FINIE;
    }

    private Issue finis(Execution demandee, EtatExecution etat, String erreur) {
        if (gardees.dans(connexion -> executions.termine(connexion, demandee.id(), etat, erreur))) {
            mesures.finie(connecteur.nom(), etat);
        }
        return Issue.FINIE;
    }

    /** Counted before it is written: a database that is away or full may not take that either. */
    private void interromps(Execution demandee, Interruption interruption) {
        mesures.interrompue(connecteur.nom(), interruption);
        suspends(demandee, interruption.libelle());
    }

    private void suspends(Execution demandee, String pourquoi) {
        gardees.fais(connexion -> executions.suspend(connexion, demandee.id(), pourquoi));
    }
}
