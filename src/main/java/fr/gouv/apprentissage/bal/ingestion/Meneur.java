package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs what is asked of one connector, one run after the other, as long as this process holds its lease. */
final class Meneur {

    private static final Logger LOG = Logger.getLogger(Meneur.class);
    private static final long REPOS_MINIMAL = 10_000;

    private final Clock horloge;
    private final ConnecteurPlanifie connecteur;
    private final ExecutionStore executions;
    private final Transactions transactions;
    private final BailStore baux;
    private final Function<Transactions, Parcours> parcours;
    private final MesuresDIngestion mesures;
    private final ScheduledExecutorService battements;
    private final PlanificationStore planifications = new PlanificationStore();
    private final PageStore pages = new PageStore();
    private final AtomicBoolean arret = new AtomicBoolean();

    /** @param parcours how the source is read, given the transactions in which what is read is written */
    Meneur(
            Clock horloge,
            ConnecteurPlanifie connecteur,
            ExecutionStore executions,
            Transactions transactions,
            BailStore baux,
            Function<Transactions, Parcours> parcours,
            MesuresDIngestion mesures,
            ScheduledExecutorService battements) {
        this.horloge = horloge;
        this.connecteur = connecteur;
        this.executions = executions;
        this.transactions = transactions;
        this.baux = baux;
        this.parcours = parcours;
        this.mesures = mesures;
        this.battements = battements;
    }

    ConnecteurPlanifie connecteur() {
        return connecteur;
    }

    /** Stops what runs, cleanly, at its next page or lot. */
    void arrete() {
        arret.set(true);
    }

    /** Asks for a run that goes on from the cursor, when there is something to read. */
    void planifie() {
        if (parcours.apply(transactions).aFaire()) {
            executions.planifie(connecteur.nom());
        }
    }

    /**
     * Asks for the run that the schedule wants, also when its moment passed while nobody was there: one run for all moments that passed.
     */
    void echeance() {
        var planification = Planification.de(connecteur);
        var nom = connecteur.nom();
        var maintenant = planification.heure(horloge.instant());
        var servie = transactions.avec(connexion -> planifications.servie(connexion, nom));
        if (servie.isEmpty()) {
            transactions.fais(connexion -> planifications.ouvre(connexion, nom, maintenant));
            return;
        }
        if (!planification.due(servie.get(), maintenant)) {
            return;
        }
        var aFaire = parcours.apply(transactions).aFaire();
        transactions.fais(connexion -> {
            if (planifications.sers(connexion, nom, servie.get(), maintenant) && aFaire) {
                executions.planifie(connexion, nom);
            }
        });
    }

    /**
     * Ends a run that waits, or that nobody holds any more; one that runs stops at its next page or lot. What it merged stays.
     *
     * @return the run as it stands then
     */
    Execution annule(long id) {
        var annulee = transactions.dans(connexion -> {
            var demandee = executions.demandeLaFin(connexion, id);
            var tenu = baux.tenu(connexion, connecteur.nom());
            if (demandee.etat() == EtatExecution.EN_COURS && tenu) {
                return false;
            }
            if (connecteur.metEnAttente()) {
                pages.effaceExecution(connexion, connecteur.source(), id);
                if (!tenu) {
                    pages.oublieLesRestes(connexion, connecteur.source());
                }
            }
            return executions.termine(connexion, id, EtatExecution.ANNULEE, null);
        });
        if (annulee) {
            mesures.finie(connecteur.nom(), EtatExecution.ANNULEE);
        }
        return executions.une(id).orElseThrow();
    }

    /** One round: everything that is asked for, if the source is open and nobody else is at it. */
    void tour() {
        if (arret.get()
                || !connecteur.ouverture().contient(horloge.instant())
                || executions.suivante(connecteur.nom()).isEmpty()) {
            return;
        }
        var jeton = baux.prends(connecteur.nom());
        if (jeton.isPresent()) {
            avecBail(new GardeDeBail(jeton.getAsLong()));
        }
    }

    private void avecBail(GardeDeBail garde) {
        var periode = Math.max(1, baux.duree().toMillis() / 3);
        var battement = battements.scheduleWithFixedDelay(garde::bats, periode, periode, TimeUnit.MILLISECONDS);
        var gardees = transactions.entre(this::nAttendPas, garde::exige);
        var course = new Course(connecteur, gardees, executions, parcours.apply(gardees), mesures);
        try {
            var suivante = executions.suivante(connecteur.nom());
            while (suivante.isPresent()) {
                var issue = course.deroule(suivante.get(), garde::verifie);
                if (issue == Course.Issue.SUSPENDUE) {
                    return;
                }
                poursuis(suivante.get(), issue, gardees);
                suivante = executions.suivante(connecteur.nom());
            }
        } catch (BailPerdu perdu) {
            LOG.warnf("%s : le bail est passé à un autre processus", connecteur.nom());
        } finally {
            battement.cancel(false);
            baux.rends(connecteur.nom(), garde.jeton);
        }
    }

    /** A run reads 60 days at most: what is left is another run's, unless this one failed. */
    private void poursuis(Execution faite, Course.Issue issue, Transactions gardees) {
        if (issue == Course.Issue.FINIE
                && !faite.relecture()
                && executions.etat(faite.id()) == EtatExecution.TERMINEE
                && parcours.apply(gardees).reste()) {
            gardees.fais(connexion -> executions.planifie(connexion, connecteur.nom()));
        }
    }

    /** The server ends a transaction whose process sleeps: what it locks is waited for by whoever took the lease over. */
    private void nAttendPas(SqlConnection connexion) {
        connexion
                .preparedQuery("select set_config('idle_in_transaction_session_timeout', $1, true)")
                .executeAndAwait(Tuple.of(
                        Long.toString(Math.max(REPOS_MINIMAL, baux.duree().toMillis()))));
    }

    private final class GardeDeBail {

        private final long jeton;
        private final AtomicBoolean perdu = new AtomicBoolean();

        GardeDeBail(long jeton) {
            this.jeton = jeton;
        }

        void bats() {
            try {
                if (!baux.bats(connecteur.nom(), jeton)) {
                    perdu.set(true);
                }
            } catch (RuntimeException panne) {
                // Beats again: an exception here would end the schedule, and the lease with it.
                LOG.warnf(
                        "%s : le bail n'a pas pu être prolongé, %s",
                        connecteur.nom(), Panne.de(panne).trace());
            }
        }

        void exige(SqlConnection connexion) {
            baux.exige(connexion, connecteur.nom(), jeton);
        }

        void verifie() {
            if (perdu.get()) {
                throw new BailPerdu();
            }
            if (arret.get()) {
                throw new Suspension("reprendra : le processus s'arrête");
            }
            if (!connecteur.ouverture().contient(horloge.instant())) {
                throw new Suspension("reprendra à la prochaine ouverture de la source");
            }
        }
    }
}
