package fr.gouv.apprentissage.bal.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lots of what completes records: each is written at once, and counts once its part is at its end. A lot that the source says nothing of, however often it is
 * asked, keeps none of the others from being read; the run fails at its end.
 */
final class ParcoursDeLots implements Parcours {

    /** So many lots of which it says nothing, and the source is away. */
    static final int SANS_REPONSE = 3;

    private final ConnecteurDeLots connecteur;
    private final Transactions gardees;
    private final ExecutionStore executions;
    private final PartStore parts;
    private final SurDerive surDerive;
    private final MesuresDIngestion mesures;
    private final DeriveStore derives = new DeriveStore();

    /** @param gardees transactions that the fence ends */
    ParcoursDeLots(
            ConnecteurDeLots connecteur,
            Transactions gardees,
            ExecutionStore executions,
            PartStore parts,
            SurDerive surDerive,
            MesuresDIngestion mesures) {
        this.connecteur = connecteur;
        this.gardees = gardees;
        this.executions = executions;
        this.parts = parts;
        this.surDerive = surDerive;
        this.mesures = mesures;
    }

    @Override
    public boolean aFaire() {
        return connecteur.aFaire();
    }

    @Override
    public boolean reste() {
        return false;
    }

    @Override
    public void deroule(Execution demandee, Runnable poursuit) {
        var execution = gardees.dans(connexion -> executions.commence(connexion, demandee.id(), null, null));
        var faites = gardees.dans(connexion -> parts.terminees(connexion, execution.id()));
        var absences = new ArrayList<RuntimeException>();
        for (var nom : connecteur.parts()) {
            if (!faites.contains(nom)) {
                lis(new Part(execution.id(), nom, poursuit), absences);
            }
        }
        if (!absences.isEmpty()) {
            throw absences.get(0);
        }
    }

    private void lis(Part part, List<RuntimeException> absences) {
        while (!part.finie) {
            try {
                connecteur.reprise().avec(part::lis);
            } catch (SourceIndisponible | CompteRefuse absence) {
                absences.add(absence);
                part.passe();
                if (absences.size() == SANS_REPONSE) {
                    throw absence;
                }
            }
        }
    }

    /** A part as far as it is; one that is tried again goes on where it stopped. */
    private final class Part {

        private final long execution;
        private final String nom;
        private final Runnable poursuit;
        private String place = "";
        private Bilan bilan = Bilan.VIDE;
        private Optional<ConnecteurDeLots.Lot> empeche = Optional.empty();
        private boolean finie;

        Part(long execution, String nom, Runnable poursuit) {
            this.execution = execution;
            this.nom = nom;
            this.poursuit = poursuit;
        }

        int lis() {
            poursuit.run();
            for (var lot = suivant(); lot.isPresent(); lot = suivant()) {
                prends(lot.get());
                poursuit.run();
            }
            finis();
            return 0;
        }

        /** What little the last lot brought is taken, and the next ones are read. */
        void passe() {
            prends(empeche.orElseThrow());
        }

        private Optional<ConnecteurDeLots.Lot> suivant() {
            var lot = connecteur.lot(nom, place);
            lot.ifPresent(un -> surDerive.juge(un.derives()));
            empeche = lot.filter(un -> un.empechement().isPresent());
            empeche.flatMap(ConnecteurDeLots.Lot::empechement).ifPresent(cause -> {
                throw cause;
            });
            return lot;
        }

        private void prends(ConnecteurDeLots.Lot lot) {
            gardees.fais(connexion -> {
                var modifies = lot.ecriture().applyAsLong(connexion);
                parts.ajoute(connexion, execution, nom, new EcritureDeFaits.Ecrits(0, modifies, 0, 0));
                derives.ajoute(connexion, execution, lot.derives());
            });
            place = lot.place();
            bilan = bilan.plus(new Bilan(lot.lus(), 0, 0, 0, 0, lot.signalements()));
        }

        private void finis() {
            var reste = connecteur.derives();
            bilan = gardees.dans(connexion -> {
                var nouveaux = parts.termine(connexion, execution, nom);
                var duPart = bilan.plus(new Bilan(0, 0, nouveaux.modifies(), 0, 0, Map.of()));
                executions.compte(connexion, execution, duPart);
                derives.ajoute(connexion, execution, reste);
                return duPart;
            });
            mesures.compte(connecteur.nom(), bilan);
            finie = true;
        }
    }
}
