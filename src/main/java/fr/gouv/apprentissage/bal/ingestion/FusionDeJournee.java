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

    /** While a lot is matched and written, the next one is read and merged. */
    private Bilan fusionne(SqlConnection connexion, FusionDeLot.Moment moment, List<List<Long>> parLots) {
        var bilan = Bilan.VIDE;
        try (var arriere = new Arriere("fusion", 1)) {
            var suivants = parLots.iterator();
            var prochain = prepare(arriere, connexion, moment, suivants);
            while (prochain.isPresent()) {
                var lot = Arriere.donne(prochain.get());
                prochain = prepare(arriere, connexion, moment, suivants);
                bilan = bilan.plus(ecris(connexion, moment, lot, prochain));
            }
        }
        return bilan;
    }

    private Optional<Future<FusionDeLot.Fusionnees>> prepare(
            Arriere arriere, SqlConnection connexion, FusionDeLot.Moment moment, Iterator<List<Long>> suivants) {
        if (!suivants.hasNext()) {
            return Optional.empty();
        }
        var ids = suivants.next();
        return Optional.of(arriere.prepare(() -> lots.prepare(connexion, moment.jour(), ids)));
    }

    /** What fails ahead may be why the statement here fails: the transaction is over by then. */
    private Bilan ecris(
            SqlConnection connexion,
            FusionDeLot.Moment moment,
            FusionDeLot.Fusionnees lot,
            Optional<Future<FusionDeLot.Fusionnees>> prochain) {
        try {
            return lots.ecris(connexion, moment, lot);
        } catch (PgException echec) {
            if (TRANSACTION_TOMBEE.equals(echec.getSqlState())) {
                prochain.ifPresent(Arriere::donne);
            }
            throw echec;
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
