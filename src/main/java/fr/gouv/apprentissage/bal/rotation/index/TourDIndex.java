package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.ingestion.Reindexation;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.rotation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.rotation.PreuveSignee;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.GenerationsDIndex;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Moves the job on, one step at a time: each step is a transaction that holds the job's row, so that of several processes one works and any of
 * them goes on where another was killed.
 */
final class TourDIndex {

    private static final Logger LOG = Logger.getLogger(TourDIndex.class);
    private static final Duration DELAI = Duration.ofSeconds(30);
    private static final String VERROU_ATTENDU = "55P03";

    private final Transactions transactions;
    private final RotationIndexStore store = new RotationIndexStore();
    private final Reindexation reindexation;
    private final GenerationsDIndex generations;
    private final EntreeDeTraitement entree;
    private final Signataire signataire;
    private final Clock horloge;
    private final int lot;
    private final int debit;

    /**
     * @param lot records of a batch
     * @param debit records a second; 0: as fast as it goes
     */
    TourDIndex(
            Transactions transactions,
            Reindexation reindexation,
            GenerationsDIndex generations,
            EntreeDeTraitement entree,
            Signataire signataire,
            Clock horloge,
            int lot,
            int debit) {
        this.transactions = transactions;
        this.reindexation = reindexation;
        this.generations = generations;
        this.entree = entree;
        this.signataire = signataire;
        this.horloge = horloge;
        this.lot = lot;
        this.debit = debit;
    }

    /** One step of the job; how long to wait before the next one, empty: there is nothing to do now. */
    Optional<Duration> pas() {
        return transactions.avec(store::ouvert).flatMap(this::pas);
    }

    private Optional<Duration> pas(Travail travail) {
        try {
            if (!generations.sert(travail.generation())) {
                return attends(travail, "la nouvelle génération n'est pas encore active");
            }
            return travail.commenceeLe().isPresent() ? transactions.dans(c -> lot(c, travail)) : commence(travail);
        } catch (ClesIndisponibles absentes) {
            return attends(travail, "les clés de scellement sont indisponibles");
        } catch (PgException refus) {
            if (VERROU_ATTENDU.equals(refus.getSqlState())) {
                return attends(travail, "des écritures en cours n'ont pas fini");
            }
            LOG.warnf("rotation d'index %d : SQLSTATE %s, elle reprendra", travail.id(), refus.getSqlState());
            return Optional.empty();
        }
    }

    private Optional<Duration> attends(Travail travail, String motif) {
        transactions.avec(connexion -> {
            store.attends(connexion, travail.id(), motif);
            return travail;
        });
        return Optional.empty();
    }

    /** Whatever is written from here on stands under the new generation too; then the journal knows, and the job begins. */
    private Optional<Duration> commence(Travail demande) {
        var tenu = transactions.dans(connexion -> {
            connexion.query("set local lock_timeout = '2s'").executeAndAwait();
            var sien = store.tiens(connexion, demande.id());
            sien.ifPresent(un -> generations.impose(connexion, un.generation()));
            return sien;
        });
        if (tenu.isEmpty()) {
            return Optional.empty();
        }
        if (transactions.dans(connexion -> reindexation.attendFusion(connexion, demande.generation()))) {
            return attends(demande, "des lignes lues avant la nouvelle génération attendent leur fusion");
        }
        entree.inscris(Traitement.REINDEXATION, "tourneIndex " + demande.generation())
                .await()
                .atMost(DELAI);
        return transactions.dans(connexion -> {
            if (store.tiens(connexion, demande.id())
                    .filter(un -> un.commenceeLe().isEmpty())
                    .isEmpty()) {
                return Optional.empty();
            }
            store.commence(connexion, demande.id(), maintenant());
            LOG.infof("rotation d'index %d : génération %d, commence", demande.id(), demande.generation());
            return Optional.of(Duration.ZERO);
        });
    }

    private Optional<Duration> lot(SqlConnection connexion, Travail connu) {
        var tenu = store.tiens(connexion, connu.id());
        if (tenu.isEmpty() || tenu.get().etat() == EtatExecution.TERMINEE) {
            return Optional.empty();
        }
        var travail = tenu.get();
        var fait = reindexation.lot(connexion, travail.generation(), travail.apres(), lot);
        fait.illisibles()
                .forEach(id -> LOG.warnf("rotation d'index %d : enregistrement %d illisible", travail.id(), id));
        if (fait.nombre() == 0) {
            return fin(connexion, travail);
        }
        store.avance(
                connexion,
                travail.id(),
                fait.dernier(),
                fait.nombre(),
                fait.illisibles().size());
        return Optional.of(debit == 0 ? Duration.ZERO : Duration.ofMillis(fait.nombre() * 1000L / debit));
    }

    /** A pass has ended: whether it was the last one, a count says. Nobody matches meanwhile: the pass holds that lock to its commit. */
    private Optional<Duration> fin(SqlConnection connexion, Travail travail) {
        var illisibles = travail.illisibles() + reindexation.quarantaine(connexion, travail.generation(), lot);
        var lacunes = Recensement.lacunes(connexion, travail.generation());
        if (lacunes > 0 && illisibles == 0) {
            store.recommence(connexion, travail.id());
            return Optional.of(Duration.ZERO);
        }
        var complet = lacunes == 0;
        store.termine(
                connexion,
                travail.id(),
                complet ? EtatExecution.TERMINEE : EtatExecution.ECHOUEE,
                complet
                        ? Optional.empty()
                        : Optional.of(
                                illisibles + " enregistrement(s) ne s'ouvrent pas : les anciennes générations restent"),
                signe(Recensement.preuve(connexion, travail, lacunes, horloge.instant())),
                maintenant());
        LOG.infof(
                "rotation d'index %d : génération %d, finie, %d enregistrements, %d lacunes",
                travail.id(), travail.generation(), travail.faits(), lacunes);
        return Optional.of(Duration.ZERO);
    }

    private PreuveSignee signe(String texte) {
        try {
            var signe =
                    signataire.signe(cle -> PreuveSignee.octets(texte)).await().atMost(DELAI);
            return new PreuveSignee(texte, signe.cle(), signe.signature());
        } catch (RuntimeException absente) {
            throw new ClesIndisponibles("la clé qui signe la preuve est indisponible");
        }
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }
}
