package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes the database and the list of erasures say the same: what the list has and this database has not is carried out on it (it was restored from
 * before, or a commit failed), each in one transaction; what the list lacks is added to it (it was lost). Blocks.
 */
final class Rejeu {

    private static final Logger LOG = Logger.getLogger(Rejeu.class);

    private final Transactions transactions;
    private final Effaceur effaceur;
    private final ControleDEffacement controle;
    private final Clock horloge;
    private final EffacementStore effacements = new EffacementStore();

    Rejeu(Pool pool, Collection<Lieu> lieux, ControleDEffacement controle, Clock horloge) {
        this.transactions = new Transactions(pool);
        this.effaceur = new Effaceur(lieux);
        this.controle = controle;
        this.horloge = horloge;
    }

    /** @throws IllegalStateException when an entry is not what was signed: nothing is carried out then, of any entry */
    ReleveDesEffacements accorde(ListeDesEffacements liste) {
        var contenu = liste.lis();
        var inscrits = new LinkedHashMap<UUID, EffacementSigne>();
        var numero = 0;
        for (var entree : contenu.entrees()) {
            numero++;
            verifie(entree, numero);
            inscrits.putIfAbsent(entree.effacement().id(), entree);
        }
        if (contenu.inachevee()) {
            LOG.warn("la liste des effacements finit par une ligne inachevée : cet effacement-là n'a pas eu lieu,"
                    + " il est à redemander");
        }
        var rejoues = 0;
        var connus = transactions.avec(effacements::connus);
        for (var entree : inscrits.values()) {
            if (!connus.contains(entree.effacement().id()) && rejoue(entree)) {
                rejoues++;
            }
        }
        return new ReleveDesEffacements(
                inscrits.size(), rejoues, remets(liste, inscrits.keySet()), contenu.inachevee());
    }

    private void verifie(EffacementSigne entree, int numero) {
        controle.faute(entree, jour()).ifPresent(faute -> {
            throw new IllegalStateException(
                    "bal.droits.effacements : la ligne " + numero + " de la liste ne tient pas (" + faute + ")");
        });
    }

    private boolean rejoue(EffacementSigne entree) {
        return transactions.dans(connexion -> {
            VerrouDAppariement.prends(connexion);
            // another process may have been first
            if (effacements.connus(connexion).contains(entree.effacement().id())) {
                return false;
            }
            var presents = effaceur.rejoue(connexion, entree.effacement());
            effacements.inscris(connexion, entree, jour());
            LOG.warnf(
                    "effacement %s rejoué : %d enregistrements retirés de cette base",
                    entree.effacement().id(), presents);
            return true;
        });
    }

    /** Under the lock: an erasure that is being committed elsewhere stands in the list already. */
    private int remets(ListeDesEffacements liste, Collection<UUID> inscrits) {
        if (inscrits.containsAll(transactions.avec(effacements::connus))) {
            return 0;
        }
        return transactions.dans(connexion -> {
            VerrouDAppariement.prends(connexion);
            return remets(connexion, liste);
        });
    }

    private int remets(SqlConnection connexion, ListeDesEffacements liste) {
        var presents = new HashSet<UUID>();
        liste.lis().entrees().forEach(entree -> presents.add(entree.effacement().id()));
        var manquants = effacements.tous(connexion).stream()
                .filter(signe -> !presents.contains(signe.effacement().id()))
                .toList();
        manquants.forEach(liste::ajoute);
        if (!manquants.isEmpty()) {
            LOG.warnf(
                    "%d effacements de la base manquaient à la liste, ils y sont remis : a-t-elle été perdue ?",
                    manquants.size());
        }
        return manquants.size();
    }

    private LocalDate jour() {
        return LocalDate.now(horloge.withZone(EffacementDePersonne.PARIS));
    }
}
