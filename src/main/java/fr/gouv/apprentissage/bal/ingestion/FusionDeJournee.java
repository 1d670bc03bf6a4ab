package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Merges a staged day, its extracts together, with the cursor and the counts of the run: one transaction. Killed at any moment, the day is
 * merged or it is not.
 */
final class FusionDeJournee {

    private static final int LOT = 1_000;
    private static final String TRANSACTION_TOMBEE = "25P02";

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
            var lus = journees.lus(connexion, source, jour);
            var moment = new FusionDeLot.Moment(jour, ContratStore.estampille(connexion, lus));
            var bilan = new Bilan(lus, 0, 0, 0, 0, journees.signalements(connexion, source, jour))
                    .plus(rejets.fusionne(connexion, connecteur, jour))
                    .plus(fusionne(connexion, moment, parLots(journees.enregistrements(connexion, source, jour))));
            var deJournee = derives.deJournee(connexion, source, jour);
            pages.effaceJour(connexion, source, jour);
            executions.avance(connexion, connecteur.nom(), execution, jour, bilan);
            derives.ajoute(connexion, execution, deJournee);
            ContratStore.confirme(connexion, moment.estampille());
            return bilan;
        });
    }

    private Bilan fusionne(SqlConnection connexion, FusionDeLot.Moment moment, List<List<Long>> parLots) {
        try (var fusion = new Arriere("fusion", 1);
                var contrats = new Arriere("contrats", 1)) {
            return new Suite(connexion, moment, parLots.iterator(), fusion, contrats).fusionne();
        }
    }

    /** The lots of a day: while one is matched and written, its contracts on one side and its persons on the other, the next one is read and merged. */
    private final class Suite {

        private final SqlConnection connexion;
        private final FusionDeLot.Moment moment;
        private final Iterator<List<Long>> suivants;
        private final Arriere fusion;
        private final Arriere contrats;
        private Optional<Future<FusionDeLot.Fusionnees>> prochain = Optional.empty();

        Suite(
                SqlConnection connexion,
                FusionDeLot.Moment moment,
                Iterator<List<Long>> suivants,
                Arriere fusion,
                Arriere contrats) {
            this.connexion = connexion;
            this.moment = moment;
            this.suivants = suivants;
            this.fusion = fusion;
            this.contrats = contrats;
        }

        Bilan fusionne() {
            var bilan = Bilan.VIDE;
            try {
                prepare();
                while (prochain.isPresent()) {
                    var lot = Arriere.donne(prochain.get());
                    prepare();
                    contrats.fais(() -> {
                        lots.ecrisContrats(connexion, moment, lot);
                        lots.repare(connexion, moment, lot);
                    });
                    bilan = bilan.plus(lots.ecrisPersonnes(connexion, lot));
                }
                contrats.termine();
                return bilan;
            } catch (PgException echec) {
                throw premier(echec);
            }
        }

        private void prepare() {
            prochain = Optional.empty();
            if (suivants.hasNext()) {
                var ids = suivants.next();
                prochain = Optional.of(fusion.prepare(() -> lots.prepare(connexion, moment.jour(), ids)));
            }
        }

        /** Where a statement failed because the transaction was over, one of the other threads knows why. */
        private RuntimeException premier(PgException echec) {
            for (var autre : List.<Runnable>of(contrats::termine, () -> prochain.ifPresent(Arriere::donne))) {
                if (!TRANSACTION_TOMBEE.equals(echec.getSqlState())) {
                    return echec;
                }
                try {
                    autre.run();
                } catch (PgException leSien) {
                    echec = leSien;
                } catch (RuntimeException leSien) {
                    return leSien;
                }
            }
            return echec;
        }
    }

    private static List<List<Long>> parLots(List<Long> ids) {
        var lots = new ArrayList<List<Long>>();
        for (var debut = 0; debut < ids.size(); debut += LOT) {
            lots.add(ids.subList(debut, Math.min(ids.size(), debut + LOT)));
        }
        return lots;
    }
}
