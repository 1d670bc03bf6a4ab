package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Parts of a source of facts: each is written lot by lot while it is read, and counts once it is read to its end. */
final class ParcoursDeParts implements Parcours {

    /** Under which rows are counted that the source has and does not give. */
    static final String HORS_D_ATTEINTE = "HORS_D_ATTEINTE";

    /** Under which parts are counted that the source, or we, refuse to read. */
    static final String PART_REFUSEE = "PART_REFUSEE";

    private static final String FAIT_PERIME = "FAIT_PERIME";
    private static final int LOT = 250;

    private final ConnecteurDeFaits connecteur;
    private final Transactions gardees;
    private final ExecutionStore executions;
    private final PartStore parts;
    private final EcritureDeFaits faits;
    private final SurDerive surDerive;
    private final MesuresDIngestion mesures;
    private final DeriveStore derives = new DeriveStore();

    /** @param gardees transactions that the fence ends */
    ParcoursDeParts(
            ConnecteurDeFaits connecteur,
            Transactions gardees,
            ExecutionStore executions,
            PartStore parts,
            EcritureDeFaits faits,
            SurDerive surDerive,
            MesuresDIngestion mesures) {
        this.surDerive = surDerive;
        this.connecteur = connecteur;
        this.gardees = gardees;
        this.executions = executions;
        this.parts = parts;
        this.faits = faits;
        this.mesures = mesures;
    }

    @Override
    public boolean aFaire() {
        try {
            return !connecteur.parts().isEmpty();
        } catch (SourceRefusee | SourceIndisponible empechee) {
            // The run will tell.
            return true;
        }
    }

    @Override
    public boolean reste() {
        return false;
    }

    @Override
    public void deroule(Execution demandee, Runnable poursuit) {
        var execution = gardees.dans(connexion -> executions.commence(connexion, demandee.id(), null, null));
        var faites = gardees.dans(connexion -> parts.terminees(connexion, execution.id()));
        var refus = new ArrayList<SourceRefusee>();
        for (var part : connecteur.parts()) {
            if (!faites.contains(part)) {
                lisOuRefuse(execution.id(), part, poursuit).ifPresent(refus::add);
            }
        }
        if (!refus.isEmpty()) {
            throw refus.get(0);
        }
    }

    /** A part that is refused keeps none of the others from being read; who asks being refused does. */
    private Optional<SourceRefusee> lisOuRefuse(long execution, String part, Runnable poursuit) {
        try {
            connecteur.reprise().avec(() -> lis(execution, part, poursuit));
            return Optional.empty();
        } catch (CompteRefuse refus) {
            throw refus;
        } catch (SourceRefusee refus) {
            var bilan = new Bilan(0, 0, 0, 0, 0, Map.of(PART_REFUSEE, 1L));
            gardees.fais(connexion -> {
                executions.compte(connexion, execution, bilan);
                connecteur.acheve(connexion, part);
            });
            mesures.compte(connecteur.nom(), bilan);
            return Optional.of(refus);
        }
    }

    private int lis(long execution, String part, Runnable poursuit) {
        poursuit.run();
        var lue = new Part(execution, part, poursuit);
        var lecture = connecteur.lis(part, lue);
        surDerive.juge(lecture.derives());
        lue.vide();
        var bilan = gardees.dans(connexion -> {
            var duPart = lue.bilan(lecture, parts.termine(connexion, execution, part));
            executions.compte(connexion, execution, duPart);
            executions.situe(connexion, execution, lue.lignes);
            derives.ajoute(connexion, execution, lecture.derives());
            connecteur.acheve(connexion, part);
            return duPart;
        });
        mesures.compte(connecteur.nom(), bilan);
        return 0;
    }

    /** A part as it comes in. */
    private final class Part implements Consumer<ConnecteurDeFaits.LigneDeFait> {

        private final long execution;
        private final String nom;
        private final Runnable poursuit;
        private final List<FaitDeContact> lot = new ArrayList<>();
        private final Map<String, Long> signalements = new TreeMap<>();
        private final Map<String, List<String>> lignes = new TreeMap<>();
        private EcritureDeFaits.Ecrits ecrits = EcritureDeFaits.Ecrits.AUCUN;

        Part(long execution, String nom, Runnable poursuit) {
            this.execution = execution;
            this.nom = nom;
            this.poursuit = poursuit;
        }

        @Override
        public void accept(ConnecteurDeFaits.LigneDeFait ligne) {
            ligne.signalements().forEach(motif -> {
                signalements.merge(motif, 1L, Long::sum);
                ligne.ligne().ifPresent(rang -> situe(motif, rang));
            });
            lot.addAll(ligne.faits());
            if (lot.size() >= LOT) {
                vide();
            }
        }

        private void situe(String motif, long rang) {
            var siennes = lignes.computeIfAbsent(motif, nouveau -> new ArrayList<>());
            if (siennes.size() < LignesSignalees.MONTREES) {
                siennes.add(nom + ", ligne " + rang);
            }
        }

        void vide() {
            if (lot.isEmpty()) {
                return;
            }
            poursuit.run();
            var ceux = List.copyOf(lot);
            ecrits = ecrits.plus(gardees.dans(connexion -> {
                var duLot = faits.ecris(connexion, ceux);
                parts.ajoute(connexion, execution, nom, duLot);
                return duLot;
            }));
            lot.clear();
        }

        /** What an earlier attempt of this run created is not counted among what was there. */
        Bilan bilan(ConnecteurDeFaits.LectureDePart lecture, PartStore.Nouveaux nouveaux) {
            var deja = nouveaux.crees() + nouveaux.modifies() - ecrits.crees() - ecrits.modifies();
            if (lecture.horsDAtteinte() > 0) {
                signalements.put(HORS_D_ATTEINTE, lecture.horsDAtteinte());
            }
            if (ecrits.perimes() > 0) {
                signalements.put(FAIT_PERIME, ecrits.perimes());
            }
            return new Bilan(
                    lecture.lus(),
                    nouveaux.crees(),
                    nouveaux.modifies(),
                    Math.max(0, ecrits.inchanges() - deja),
                    0,
                    signalements);
        }
    }
}
