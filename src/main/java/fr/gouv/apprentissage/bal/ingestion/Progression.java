package fr.gouv.apprentissage.bal.ingestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What a long run shows of itself: one line at most every ten seconds, with counts, rate and estimated end. */
final class Progression {

    private static final Logger LOG = Logger.getLogger(Progression.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock horloge;
    private final Execution execution;
    private final Instant depart;
    private Instant derniere;
    private LocalDate jour;
    private long lues;
    private long joursFaits;
    private Bilan bilan = Bilan.VIDE;

    Progression(Clock horloge, Execution execution) {
        this.horloge = horloge;
        this.execution = execution;
        this.depart = horloge.instant();
        this.derniere = depart;
    }

    void lues(LocalDate duJour, long nombre) {
        jour = duJour;
        lues += nombre;
        montre();
    }

    void fusionne(LocalDate unJour, Bilan duJour) {
        jour = unJour;
        joursFaits++;
        bilan = bilan.plus(duJour);
        montre();
    }

    private void montre() {
        var maintenant = horloge.instant();
        if (Duration.between(derniere, maintenant).compareTo(PAUSE) < 0) {
            return;
        }
        derniere = maintenant;
        var secondes = Math.max(1, Duration.between(depart, maintenant).toSeconds());
        var reste = ChronoUnit.DAYS.between(jour, execution.au());
        LOG.infof(
                "%s : jour %s (jusqu'au %s), %d lignes lues (%d/s), %d créés, %d modifiés, %d inchangés, %d rejetés, fin estimée %s",
                execution.connecteur(),
                jour,
                execution.au(),
                lues,
                lues / secondes,
                bilan.crees(),
                bilan.modifies(),
                bilan.inchanges(),
                bilan.rejetes(),
                joursFaits == 0
                        ? "inconnue"
                        : maintenant.plusSeconds(reste * secondes / joursFaits).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Share of its days that a run has merged, 0 to 1. */
    static double part(Execution execution) {
        if (execution.etat() == EtatExecution.TERMINEE) {
            return 1;
        }
        if (execution.du() == null || execution.jour() == null) {
            return 0;
        }
        double jours = ChronoUnit.DAYS.between(execution.du(), execution.au()) + 1;
        return (ChronoUnit.DAYS.between(execution.du(), execution.jour()) + 1) / jours;
    }

    /** Rows read a second since the run first started; empty before. */
    static Optional<Double> lignesParSeconde(Execution execution, OffsetDateTime maintenant) {
        if (execution.commenceLe() == null) {
            return Optional.empty();
        }
        var fin = execution.termineLe() == null ? maintenant : execution.termineLe();
        var millis = Math.max(1, Duration.between(execution.commenceLe(), fin).toMillis());
        return Optional.of(Math.round(execution.bilan().lus() * 10_000d / millis) / 10d);
    }

    /** When a run that is under way should end; empty when nothing says so yet. */
    static Optional<OffsetDateTime> finEstimee(Execution execution, OffsetDateTime maintenant) {
        var part = part(execution);
        if (execution.etat() != EtatExecution.EN_COURS || part == 0) {
            return Optional.empty();
        }
        var ecoule = Duration.between(execution.commenceLe(), maintenant).toMillis();
        return Optional.of(maintenant
                .plus(Duration.ofMillis((long) (ecoule * (1 - part) / part)))
                .truncatedTo(ChronoUnit.SECONDS));
    }
}
