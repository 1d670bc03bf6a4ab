package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges a staged day, its extracts together, with the cursor and the counts of the run: one transaction. Killed at any moment, the day is
 * merged or it is not.
 */
final class FusionDeJournee {

    private static final int LOT = 500;

    private final Transactions transactions;
    private final ConnecteurTire connecteur;
    private final FusionDeLot lots;
    private final FusionDeRejets rejets;
    private final JourneeStore journees = new JourneeStore();
    private final PageStore pages = new PageStore();
    private final DeriveStore derives = new DeriveStore();
    private final ExecutionStore executions;
    private final VersionsDeCles versions;

    FusionDeJournee(
            Transactions transactions,
            ConnecteurTire connecteur,
            ExecutionStore executions,
            Scellement scellement,
            VersionsDeCles versions,
            Rappels rappels) {
        this.rejets = new FusionDeRejets(rappels);
        this.transactions = transactions;
        this.connecteur = connecteur;
        this.executions = executions;
        this.versions = versions;
        this.lots = new FusionDeLot(connecteur, scellement, versions, rappels);
    }

    /** @throws BailPerdu when the lease was lost meanwhile: nothing was written */
    Bilan fusionne(long execution, LocalDate jour) {
        return transactions.dans(connexion -> {
            VerrouDAppariement.prends(connexion);
            versions.rejoins(connexion);
            var source = connecteur.source();
            var touches = new ArrayList<Long>();
            var bilan = new Bilan(
                            journees.lus(connexion, source, jour),
                            0,
                            0,
                            0,
                            0,
                            journees.signalements(connexion, source, jour))
                    .plus(rejets.fusionne(connexion, connecteur, jour));
            for (var lot : parLots(journees.enregistrements(connexion, source, jour))) {
                var resultat = lots.fusionne(connexion, jour, lot);
                bilan = bilan.plus(resultat.bilan());
                touches.addAll(resultat.touches());
            }
            var deJournee = derives.deJournee(connexion, source, jour);
            pages.effaceJour(connexion, source, jour);
            executions.avance(connexion, connecteur.nom(), execution, jour, bilan);
            derives.ajoute(connexion, execution, deJournee);
            ContratStore.estampille(connexion, touches);
            return bilan;
        });
    }

    private static List<List<Long>> parLots(List<Long> ids) {
        var lots = new ArrayList<List<Long>>();
        for (var debut = 0; debut < ids.size(); debut += LOT) {
            lots.add(ids.subList(debut, Math.min(ids.size(), debut + LOT)));
        }
        return lots;
    }
}
