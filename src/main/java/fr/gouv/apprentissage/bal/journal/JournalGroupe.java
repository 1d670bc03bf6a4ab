package fr.gouv.apprentissage.bal.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The journal's one writer in this process. While entries are on their way to the database those that arrive wait; then they all go together,
 * under one commit. An entry that failed is not tried again for its caller: it may stand in the journal although its caller was refused,
 * never the reverse.
 *
 * <p>The queue takes entries from any thread; all else runs on one event loop, so it needs no lock.
 */
public final class JournalGroupe implements Journal, AutoCloseable {

    private static final long BATTEMENT_MS = 50;

    private final Vertx vertx;
    private final Context boucle;
    private final JournalStore store;
    private final Clock horloge;
    private final Reglages reglages;
    private final MesuresJournal mesures;
    private final EtatDuJournal etat = new EtatDuJournal();
    private final Ecrivain ecrivain;
    private final Queue<Attente> file = new ConcurrentLinkedQueue<>();
    private final AtomicInteger enFile = new AtomicInteger();
    private final AtomicBoolean actif = new AtomicBoolean();
    private final long battement;
    private Vol vol = Vol.termine();

    /** @param pool connections of the append-only role, prepared statements cached */
    public JournalGroupe(Vertx vertx, Pool pool, Clock horloge, Reglages reglages, MeterRegistry registre) {
        this.vertx = vertx;
        this.boucle = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.store = new JournalStore(pool, reglages.attente());
        this.horloge = horloge;
        this.reglages = reglages;
        this.mesures = new MesuresJournal(registre, enFile);
        this.ecrivain = new Ecrivain(store, mesures, etat);
        this.battement = vertx.setPeriodic(BATTEMENT_MS, rien -> boucle.runOnContext(tic -> surveille()));
    }

    @Override
    public Uni<Inscription> inscris(Divulgation divulgation) {
        return Uni.createFrom().emitter(appelant -> depose(divulgation, appelant));
    }

    /** Makes the months that are missing; returns how many. Fails as the database does. */
    Uni<Integer> preparePartitions() {
        return Uni.createFrom().completionStage(() -> store.preparePartitions().toCompletionStage());
    }

    /** Why nothing could be written now, as a code; empty when it could. Fails as the database does. */
    Uni<String> empechement() {
        return Uni.createFrom()
                .completionStage(() -> store.empechement().toCompletionStage())
                .ifNoItem()
                .after(reglages.delai())
                .fail();
    }

    EtatDuJournal etat() {
        return etat;
    }

    /** Refuses whoever still waits. */
    @Override
    public void close() {
        vertx.cancelTimer(battement);
        boucle.runOnContext(rien -> {
            var arret = new RejectedExecutionException("arrêt");
            ecrivain.echouent(vol.lot(), arret);
            ecrivain.echouent(prends(Integer.MAX_VALUE), arret);
        });
    }

    private void depose(Divulgation divulgation, UniEmitter<? super Inscription> appelant) {
        try {
            ControleDeForme.verifie(divulgation);
            if (enFile.incrementAndGet() > reglages.file()) {
                enFile.decrementAndGet();
                throw new RejectedExecutionException("bal.journal.file atteint");
            }
            long echeance = System.nanoTime() + reglages.delai().toNanos();
            file.add(new Attente(Entree.de(divulgation, horloge.instant()), echeance, appelant));
            reveille();
        } catch (RuntimeException refus) {
            mesures.echec(1);
            appelant.fail(new JournalIndisponible(refus));
        }
    }

    private void reveille() {
        if (actif.compareAndSet(false, true)) {
            boucle.runOnContext(rien -> suivant());
        }
    }

    private void suivant() {
        var lot = prends(reglages.lot());
        if (!lot.isEmpty()) {
            envoie(new Vol(lot, System.nanoTime()));
            return;
        }
        actif.set(false);
        // an entry that came between the last look and this line woke nobody
        if (!file.isEmpty()) {
            reveille();
        }
    }

    private List<Attente> prends(int nombre) {
        var lot = new ArrayList<Attente>();
        while (lot.size() < nombre) {
            var tete = file.poll();
            if (tete == null) {
                return lot;
            }
            enFile.decrementAndGet();
            if (tete.enAttente()) {
                lot.add(tete);
            }
        }
        return lot;
    }

    private void envoie(Vol parti) {
        vol = parti;
        ecrivain.ecris(parti).onComplete(rien -> finit(parti));
    }

    private void finit(Vol parti) {
        if (!parti.fini()) {
            parti.finit();
            suivant();
        }
    }

    private void surveille() {
        long maintenant = System.nanoTime();
        var delai = new TimeoutException("bal.journal.delai dépassé");
        for (var tete = file.peek(); tete != null && tete.expiree(maintenant); tete = file.peek()) {
            file.remove(tete);
            enFile.decrementAndGet();
            ecrivain.echouent(List.of(tete), delai);
        }
        if (vol.fini()) {
            return;
        }
        ecrivain.echouent(vol.lot().stream().filter(a -> a.expiree(maintenant)).toList(), delai);
        if (vol.duree(maintenant) > reglages.delai().toNanos()) {
            etat.echec("DELAI");
            ecrivain.echouent(vol.lot(), delai);
            ecrivain.rompt();
            finit(vol);
        }
    }
}
