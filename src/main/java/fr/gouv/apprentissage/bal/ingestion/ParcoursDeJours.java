package fr.gouv.apprentissage.bal.ingestion;

import java.time.Clock;
import java.time.LocalDate;

/** Days in their order, each read whole, then merged. */
final class ParcoursDeJours implements Parcours {

    private final Clock horloge;
    private final ConnecteurTire connecteur;
    private final Transactions gardees;
    private final ExecutionStore executions;
    private final LectureDeJournee lecture;
    private final FusionDeJournee fusion;
    private final MesuresDIngestion mesures;

    /** @param gardees transactions that the fence ends */
    ParcoursDeJours(
            Clock horloge,
            ConnecteurTire connecteur,
            Transactions gardees,
            ExecutionStore executions,
            LectureDeJournee lecture,
            FusionDeJournee fusion,
            MesuresDIngestion mesures) {
        this.horloge = horloge;
        this.connecteur = connecteur;
        this.gardees = gardees;
        this.executions = executions;
        this.lecture = lecture;
        this.fusion = fusion;
        this.mesures = mesures;
    }

    @Override
    public boolean aFaire() {
        return Periode.aLire(connecteur, executions.curseur(connecteur.nom()), horloge)
                .isPresent();
    }

    @Override
    public boolean reste() {
        return aFaire();
    }

    @Override
    public void deroule(Execution demandee, Runnable poursuit) {
        var periode = Periode.de(demandee, connecteur, executions.curseur(connecteur.nom()), horloge);
        var execution = gardees.dans(connexion -> executions.commence(
                connexion,
                demandee.id(),
                periode.map(Periode::du).orElse(null),
                periode.map(Periode::au).orElse(null)));
        if (periode.isPresent()) {
            jours(execution, poursuit);
        }
    }

    private void jours(Execution execution, Runnable poursuit) {
        var progression = new Progression(horloge, execution);
        lecture.reprends(execution.id());
        var premier =
                execution.jour() == null ? execution.du() : execution.jour().plusDays(1);
        for (LocalDate jour = premier; !jour.isAfter(execution.au()); jour = jour.plusDays(1)) {
            laissePasser(execution);
            var ceJour = jour;
            lecture.lis(execution.id(), ceJour, poursuit, lues -> progression.lues(ceJour, lues));
            poursuit.run();
            var bilan = fusion.fusionne(execution.id(), ceJour);
            mesures.compte(connecteur.nom(), bilan);
            progression.fusionne(ceJour, bilan);
        }
    }

    /** Reading years again must not keep the days of today waiting. */
    private void laissePasser(Execution execution) {
        if (execution.relecture() && executions.planifieeAttend(connecteur.nom())) {
            throw Suspension.pour("l'exécution planifiée");
        }
    }
}
