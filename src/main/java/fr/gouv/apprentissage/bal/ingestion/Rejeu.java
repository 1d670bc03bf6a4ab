package fr.gouv.apprentissage.bal.ingestion;

import static java.util.Comparator.comparing;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Reads quarantined rows again by today's rules. Those that are identified by now are merged as if their day had them, as the last of their page; they are
 * staged where no page ever stands, and gone from there before anybody sees them.
 */
final class Rejeu {

    private static final Logger LOG = Logger.getLogger(Rejeu.class);
    private static final Autorisation DE_LIGNES =
            Autorisation.deTraitement(Traitement.REJEU_DE_QUARANTAINE, List.of(MiseEnAttente.LIGNE.numero()));
    private static final int LOT = 100;
    private static final int ESSAIS = 3;

    private final Transactions transactions;
    private final ConnecteurTire connecteur;
    private final Scellement scellement;
    private final VersionsDeCles versions;
    private final MiseEnAttente attente;
    private final FusionDeLot lots;
    private final MesuresDIngestion mesures;
    private final SecretStore enregistrements;
    private final QuarantaineStore quarantaine = new QuarantaineStore();
    private final JourneeStore journees = new JourneeStore();
    private final PageStore pages = new PageStore();

    Rejeu(
            Transactions transactions,
            ConnecteurTire connecteur,
            Scellement scellement,
            VersionsDeCles versions,
            MiseEnAttente attente,
            FusionDeLot lots,
            MesuresDIngestion mesures) {
        this.transactions = transactions;
        this.connecteur = connecteur;
        this.scellement = scellement;
        this.versions = versions;
        this.attente = attente;
        this.lots = lots;
        this.mesures = mesures;
        this.enregistrements = new SecretStore(scellement);
    }

    /** All that the source left there, so many rows at a time. */
    RejeuDeQuarantaine rejoueTout() {
        var fait = RejeuDeQuarantaine.AUCUN;
        var lot = suivants(0);
        while (!lot.isEmpty()) {
            fait = fait.plus(rejoueLot(lot));
            lot = suivants(Collections.max(lot));
        }
        return fait;
    }

    /** These; what is not there, or another source's, is not counted. */
    RejeuDeQuarantaine rejoue(Collection<Long> ids) {
        var restants = List.copyOf(ids);
        var fait = RejeuDeQuarantaine.AUCUN;
        for (var debut = 0; debut < restants.size(); debut += LOT) {
            fait = fait.plus(rejoueLot(restants.subList(debut, Math.min(restants.size(), debut + LOT))));
        }
        return fait;
    }

    private List<Long> suivants(long apres) {
        return transactions.avec(connexion -> quarantaine.suivants(connexion, connecteur.source(), apres, LOT));
    }

    private RejeuDeQuarantaine rejoueLot(List<Long> ids) {
        for (var essai = 1; ; essai++) {
            try {
                var fait = transactions.dans(connexion -> rejoue(connexion, ids));
                mesures.rejouees(connecteur.nom(), fait);
                return fait;
            } catch (MiseEnAttente.ClePrise prise) {
                if (essai == ESSAIS) {
                    throw new IllegalStateException("des clés de contrats sont réservées ailleurs sans cesse");
                }
            }
        }
    }

    private RejeuDeQuarantaine rejoue(SqlConnection connexion, List<Long> ids) {
        VerrouDAppariement.prends(connexion);
        versions.rejoins(connexion);
        var estampille = ContratStore.estampille(connexion, ids.size());
        var rejetees = quarantaine.retiens(connexion, connecteur.source(), ids);
        var secrets = enregistrements.secrets(connexion, ids);
        var acceptees = new ArrayList<Long>();
        var parPlace = new LinkedHashMap<Place, List<QuarantaineStore.Rejetee>>();
        rejetees.stream().sorted(comparing(QuarantaineStore.Rejetee::jour)).forEach(une -> parPlace.computeIfAbsent(
                        new Place(connecteur.source(), une.jour(), connecteur.rang(une.extrait()), PageStore.REJEU),
                        nouvelle -> new ArrayList<>())
                .add(une));
        parPlace.forEach(
                (place, siennes) -> acceptees.addAll(fusionne(connexion, place, siennes, secrets, estampille)));
        quarantaine.sors(connexion, acceptees);
        ContratStore.confirme(connexion, estampille);
        return new RejeuDeQuarantaine(rejetees.size(), acceptees.size(), rejetees.size() - acceptees.size());
    }

    /** The records of quarantine whose rows are merged now. */
    private List<Long> fusionne(
            SqlConnection connexion,
            Place place,
            List<QuarantaineStore.Rejetee> rejetees,
            Map<Long, CleEnregistrement> secrets,
            OffsetDateTime estampille) {
        var placees = new ArrayList<PreparationDeLignes.Placee>();
        for (var rang = 0; rang < rejetees.size(); rang++) {
            var rejetee = rejetees.get(rang);
            if (!secrets.containsKey(rejetee.enregistrement())) {
                continue;
            }
            var lue = relis(place.extrait(), place.jour(), rejetee, secrets.get(rejetee.enregistrement()));
            if (lue instanceof LigneRecue recue) {
                placees.add(new PreparationDeLignes.Placee(rang, recue));
            } else if (lue instanceof LigneRejetee encore) {
                quarantaine.motive(connexion, rejetee.enregistrement(), encore.motif());
            }
        }
        if (placees.isEmpty()) {
            return List.of();
        }
        attente.ajoute(connexion, place, placees);
        var parEnregistrement = journees.lignesDe(connexion, place);
        var acceptees = journees.rangs(connexion, place).stream()
                .map(rang -> rejetees.get(rang).enregistrement())
                .toList();
        pages.efface(connexion, place);
        lots.fusionne(
                connexion,
                new FusionDeLot.Moment(place.jour(), estampille),
                List.copyOf(parEnregistrement.keySet()),
                parEnregistrement);
        return acceptees;
    }

    /** The row by today's rules; as it stands where it does not open. */
    private LigneLue relis(int extrait, LocalDate jour, QuarantaineStore.Rejetee rejetee, CleEnregistrement cle) {
        try {
            return connecteur.relis(
                    extrait, jour, scellement.ouvre(DE_LIGNES, cle, MiseEnAttente.LIGNE, rejetee.contenu()));
        } catch (ValeurAlteree alteree) {
            LOG.warnf("quarantaine %d : la ligne ne s'ouvre pas", rejetee.enregistrement());
            return null;
        }
    }
}
