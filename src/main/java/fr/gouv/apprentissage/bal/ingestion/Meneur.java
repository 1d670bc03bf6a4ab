package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Runs what is asked of one connector, one run after the other, as long as this process holds its lease. */
final class Meneur {

    private static final Logger LOG = Logger.getLogger(Meneur.class);

    private final Clock horloge;
    private final ConnecteurTire connecteur;
    private final ExecutionStore executions;
    private final BailStore baux;
    private final Course course;
    private final ScheduledExecutorService battements;
    private final AtomicBoolean arret = new AtomicBoolean();

    Meneur(
            Clock horloge,
            ConnecteurTire connecteur,
            ExecutionStore executions,
            BailStore baux,
            Course course,
            ScheduledExecutorService battements) {
        this.horloge = horloge;
        this.connecteur = connecteur;
        this.executions = executions;
        this.baux = baux;
        this.course = course;
        this.battements = battements;
    }

    ConnecteurTire connecteur() {
        return connecteur;
    }

    /** Stops what runs, cleanly, at its next page or lot. */
    void arrete() {
        arret.set(true);
    }

    /** Asks for a run that goes on from the cursor, when there is a day to read. */
    void planifie() {
        if (Periode.aLire(connecteur, executions.curseur(connecteur.nom()), horloge)
                .isPresent()) {
            executions.planifie(connecteur.nom());
        }
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
        try {
            var suivante = executions.suivante(connecteur.nom());
            while (suivante.isPresent() && course.deroule(suivante.get(), garde) == Course.Issue.FINIE) {
                poursuis(suivante.get());
                suivante = executions.suivante(connecteur.nom());
            }
        } catch (BailPerdu perdu) {
            LOG.warnf("%s : le bail est passé à un autre processus", connecteur.nom());
        } finally {
            battement.cancel(false);
            if (!garde.perdu.get()) {
                baux.rends(connecteur.nom(), garde.jeton);
            }
        }
    }

    /** A run reads 60 days at most: what is left is another run's, unless this one failed. */
    private void poursuis(Execution finie) {
        if (!finie.relecture() && executions.etat(finie.id()) == EtatExecution.TERMINEE) {
            planifie();
        }
    }

    private final class GardeDeBail implements Course.Garde {

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

        @Override
        public void verifie() {
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

        @Override
        public Predicate<SqlConnection> tient() {
            return connexion -> baux.bats(connexion, connecteur.nom(), jeton);
        }
    }
}
