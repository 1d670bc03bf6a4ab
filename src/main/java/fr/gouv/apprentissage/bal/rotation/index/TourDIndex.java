package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.ingestion.Reindexation;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.rotation.Etape;
import fr.gouv.apprentissage.bal.rotation.PreuveSignee;
import fr.gouv.apprentissage.bal.scellement.GenerationsDIndex;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/** Moves the job on, one {@link Etape} at a time. */
final class TourDIndex {

    private static final Logger LOG = Logger.getLogger(TourDIndex.class);
    private static final Duration DELAI = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final RotationIndexStore store = new RotationIndexStore();
    private final Reindexation reindexation;
    private final GenerationsDIndex generations;
    private final EntreeDeTraitement entree;
    private final Signataire signataire;
    private final Clock horloge;
    private final int lot;
    private final int debit;
    private final LongConsumer faits;

    /**
     * @param lot records of a batch
     * @param debit records a second; 0: as fast as it goes
     * @param faits told how many records each batch made anew
     */
    TourDIndex(
            Transactions transactions,
            Reindexation reindexation,
            GenerationsDIndex generations,
            EntreeDeTraitement entree,
            Signataire signataire,
            Clock horloge,
            int lot,
            int debit,
            LongConsumer faits) {
        this.transactions = transactions;
        this.reindexation = reindexation;
        this.generations = generations;
        this.entree = entree;
        this.signataire = signataire;
        this.horloge = horloge;
        this.lot = lot;
        this.debit = debit;
        this.faits = faits;
    }

    /** One step of the job; how long to wait before the next one, empty: there is nothing to do now. */
    Optional<Duration> pas() {
        return transactions.avec(store::ouvert).flatMap(this::pas);
    }

    private Optional<Duration> pas(Travail travail) {
        return Etape.essaie("rotation d'index " + travail.id(), motif -> attends(travail, motif), () -> {
            if (!generations.sert(travail.generation())) {
                attends(travail, "la nouvelle génération n'est pas encore active");
                return Optional.empty();
            }
            return travail.commenceeLe().isPresent() ? transactions.dans(c -> lot(c, travail)) : commence(travail);
        });
    }

    private void attends(Travail travail, String motif) {
        transactions.avec(connexion -> {
            store.suivi().attends(connexion, travail.id(), motif);
            return travail;
        });
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
            attends(demande, "des lignes lues avant la nouvelle génération attendent leur fusion");
            return Optional.empty();
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
            store.commence(connexion, demande.id(), reindexation.nombre(connexion), maintenant());
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
        faits.accept(fait.nombre());
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
        store.suivi()
                .termine(
                        connexion,
                        travail.id(),
                        complet ? EtatExecution.TERMINEE : EtatExecution.ECHOUEE,
                        complet
                                ? Optional.empty()
                                : Optional.of(illisibles
                                        + " enregistrement(s) ne s'ouvrent pas : les anciennes générations restent"),
                        PreuveSignee.de(Recensement.preuve(connexion, travail, lacunes, horloge.instant()), signataire),
                        maintenant());
        LOG.infof(
                "rotation d'index %d : génération %d, finie, %d enregistrements, %d lacunes",
                travail.id(), travail.generation(), travail.faits(), lacunes);
        return Optional.of(Duration.ZERO);
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }
}
