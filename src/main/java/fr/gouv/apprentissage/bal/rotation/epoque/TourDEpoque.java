package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.rotation.epoque.Versement.Pas;
import fr.gouv.apprentissage.bal.rotation.epoque.Versement.Suite;
import fr.gouv.apprentissage.bal.scellement.Epoques;
import fr.gouv.apprentissage.bal.scellement.EpoquesConfig;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * What is due of the epochs, step by step. Every process tries; a step is done by the one that holds its row, and what a process that died left
 * half done is taken up where it stood.
 */
final class TourDEpoque {

    private static final Logger JOURNAL = Logger.getLogger(TourDEpoque.class);
    private static final int NOUVEL_ESSAI = 3600;

    private final Pool pool;
    private final Transactions transactions;
    private final Epoques epoques;
    private final Versement versement;
    private final EpoquesConfig config;
    private final Delais delais;
    private final BooleanSupplier continuer;
    private final LongConsumer verses;

    /**
     * @param continuer false once the process stops
     * @param verses is told how many secrets were wrapped anew
     */
    TourDEpoque(
            Pool pool,
            Epoques epoques,
            Scellement scellement,
            EpoquesConfig config,
            Delais delais,
            BooleanSupplier continuer,
            LongConsumer verses) {
        if (config.epoque().isNegative() || config.epoque().isZero() || config.epoquesGardees() < 0) {
            throw new IllegalStateException(
                    "bal.scellement.epoque doit être positive, bal.scellement.epoques-gardees au moins 0");
        }
        if (config.epoques().lot() < 1
                || config.epoques().lot() > 100_000
                || config.epoques().debit() < 0) {
            throw new IllegalStateException(
                    "bal.scellement.epoques : lot va de 1 à 100000, debit est d'au moins 0 (0 : sans limite)");
        }
        this.pool = pool;
        this.transactions = new Transactions(pool);
        this.epoques = epoques;
        this.versement = new Versement(
                scellement, config.epoques().lot(), config.epoques().debit());
        this.config = config;
        this.delais = delais;
        this.continuer = continuer;
        this.verses = verses;
    }

    /** Does what is due. What must wait, for a lock or for a moment, is left to the next time. */
    void passe() {
        var gouvernees = epoques.empechement().isEmpty();
        if (gouvernees) {
            var derniere = derniere(EpoqueStore.lis(pool));
            if (derniere.age() >= config.epoque().toSeconds()) {
                annonce(derniere);
            }
        }
        verse();
        if (gouvernees) {
            detruis();
        }
    }

    /** Announces the next epoch now, unless one is announced; gives the number of the newest. */
    int annonce() {
        return annonce(derniere(EpoqueStore.lis(pool)));
    }

    private int annonce(LigneDEpoque derniere) {
        if (!derniere.ouverte()) {
            return derniere.numero();
        }
        return transactions.dans(connexion -> {
            var mienne = EpoqueStore.verrouille(connexion, derniere.numero());
            // Another process may have been faster, before the lock was had.
            var sous = derniere(EpoqueStore.lis(connexion)).numero();
            if (!mienne || sous != derniere.numero()) {
                return sous;
            }
            var numero = epoques.annonce(connexion, sous, delais.annonce());
            JOURNAL.infof(
                    "époque %d annoncée, ouverte dans %d s",
                    numero, delais.annonce().toSeconds());
            return numero;
        });
    }

    private void verse() {
        var lignes = EpoqueStore.lis(pool);
        var courante = courante(lignes);
        var anciennes = lignes.stream()
                .filter(ligne -> ligne.etat(courante.numero()) == EtatEpoque.EN_VERSEMENT)
                .toList();
        if (anciennes.isEmpty() || courante.age() < secondes(delais.fermeture()) || !connue(courante.numero())) {
            return;
        }
        for (var ancienne : anciennes) {
            if (!verse(ancienne.numero(), courante.numero())) {
                return;
            }
        }
    }

    private boolean connue(int numero) {
        if (epoques.courante() != numero) {
            epoques.relis();
        }
        return epoques.courante() == numero;
    }

    private boolean verse(int numero, int vers) {
        transactions.dans(connexion -> {
            var mienne = EpoqueStore.verrouille(connexion, numero);
            if (mienne) {
                epoques.ferme(connexion, numero);
            }
            return mienne;
        });
        Pas pas;
        do {
            pas = transactions.dans(connexion -> versement.avance(connexion, numero, vers));
            verses.accept(pas.verses());
            attends(pas.attente());
        } while (pas.suite() == Suite.ENCORE && continuer.getAsBoolean());
        return pas.suite() == Suite.FINI && vide(numero);
    }

    private boolean vide(int numero) {
        return transactions.dans(connexion -> {
            if (!EpoqueStore.verrouille(connexion, numero)
                    || EpoqueStore.lis(connexion).stream()
                            .anyMatch(ligne ->
                                    ligne.numero() == numero && ligne.videeLe().isPresent())) {
                return false;
            }
            var restants = epoques.vide(connexion, numero);
            if (restants == 0) {
                JOURNAL.infof("époque %d versée : chacun de ses secrets est compté sous une autre", numero);
                return true;
            }
            JOURNAL.errorf("époque %d : %d secrets n'ont pas pu être versés, elle reste", numero, restants);
            recommence(connexion, numero);
            return false;
        });
    }

    private static void recommence(SqlConnection connexion, int numero) {
        connexion
                .preparedQuery("update epoque set curseur = 0,"
                        + " reprise_le = clock_timestamp() + $2 * interval '1 second' where numero = $1")
                .executeAndAwait(Tuple.of(numero, NOUVEL_ESSAI));
    }

    private void detruis() {
        var courante = courante(EpoqueStore.lis(pool)).numero();
        EpoqueStore.lis(pool).stream()
                .filter(ligne -> ligne.numero() < courante - config.epoquesGardees())
                .filter(ligne -> ligne.etat(courante) == EtatEpoque.GARDEE)
                .forEach(ligne -> detruis(ligne.numero()));
        var enDestruction = EpoqueStore.lis(pool).stream()
                .filter(ligne -> ligne.etat(courante) == EtatEpoque.EN_DESTRUCTION)
                .toList();
        if (!enDestruction.isEmpty()
                && enDestruction.stream().allMatch(l -> l.ageDeDestruction() >= secondes(delais.effacement()))) {
            efface(enDestruction.get(0).numero());
        }
    }

    private void detruis(int numero) {
        transactions.dans(connexion -> {
            if (EpoqueStore.verrouille(connexion, numero)) {
                epoques.detruis(connexion, numero);
                JOURNAL.infof("époque %d retirée du service", numero);
            }
            return numero;
        });
    }

    private void efface(int premiere) {
        transactions.dans(connexion -> {
            if (EpoqueStore.verrouille(connexion, premiere)) {
                epoques.efface(connexion);
                JOURNAL.infof("époque %d et précédentes détruites chez le détenteur des clés", premiere);
            }
            return premiere;
        });
    }

    private static LigneDEpoque derniere(List<LigneDEpoque> lignes) {
        if (lignes.isEmpty()) {
            throw new IllegalStateException("aucune époque : les clés n'ont pas été créées");
        }
        return lignes.get(lignes.size() - 1);
    }

    static LigneDEpoque courante(List<LigneDEpoque> lignes) {
        return lignes.stream()
                .filter(LigneDEpoque::ouverte)
                .reduce((une, suivante) -> suivante)
                .orElseGet(() -> derniere(lignes));
    }

    private static double secondes(Duration duree) {
        return duree.toMillis() / 1000.0;
    }

    private static void attends(long millisecondes) {
        try {
            Thread.sleep(millisecondes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("versement interrompu", e);
        }
    }
}
