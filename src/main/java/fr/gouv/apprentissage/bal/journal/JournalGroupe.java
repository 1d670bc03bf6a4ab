package fr.gouv.apprentissage.bal.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
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
import java.util.function.Predicate;

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
            echouent(vol.lot(), arret);
            echouent(prends(Integer.MAX_VALUE), arret);
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
        store.ajoute(parti.entrees()).onComplete(reponse -> {
            if (parti.fini()) {
                return;
            }
            if (reponse.succeeded()) {
                repartis(parti.lot(), reponse.result(), parti.duree(System.nanoTime()));
                finit(parti);
                return;
            }
            rattrape(parti, reponse.cause());
        });
    }

    private void rattrape(Vol parti, Throwable cause) {
        var echec = Echec.de(cause);
        if (echec == Echec.DONNEE && parti.lot().size() > 1) {
            unParUn(parti, 0);
            return;
        }
        etat.echec(Echec.code(cause));
        echouent(parti.lot(), exception(cause));
        if (echec == Echec.PARTITION) {
            store.preparePartitions().onComplete(rien -> finit(parti));
            return;
        }
        finit(parti);
    }

    /** One entry is at fault and the database does not say which: each has its own commit. */
    private void unParUn(Vol parti, int rang) {
        if (rang == parti.lot().size()) {
            finit(parti);
            return;
        }
        var seule = parti.lot().subList(rang, rang + 1);
        long depart = System.nanoTime();
        store.ajoute(List.of(seule.get(0).entree())).onComplete(reponse -> {
            if (parti.fini()) {
                return;
            }
            unSeul(seule, reponse, System.nanoTime() - depart);
            unParUn(parti, rang + 1);
        });
    }

    private void unSeul(List<Attente> seule, AsyncResult<List<Boolean>> reponse, long duree) {
        if (reponse.succeeded()) {
            repartis(seule, reponse.result(), duree);
            return;
        }
        etat.echec(Echec.code(reponse.cause()));
        echouent(seule, exception(reponse.cause()));
    }

    private void repartis(List<Attente> lot, List<Boolean> acceptees, long duree) {
        mesures.commit((int) acceptees.stream().filter(Predicate.isEqual(true)).count(), duree);
        etat.reussite();
        for (int i = 0; i < lot.size(); i++) {
            if (acceptees.get(i)) {
                lot.get(i).reussit();
            } else {
                lot.get(i).perime();
            }
        }
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
            echouent(List.of(tete), delai);
        }
        if (vol.fini()) {
            return;
        }
        echouent(vol.lot().stream().filter(a -> a.expiree(maintenant)).toList(), delai);
        if (vol.duree(maintenant) > reglages.delai().toNanos()) {
            etat.echec("DELAI");
            echouent(vol.lot(), delai);
            finit(vol);
        }
    }

    private void echouent(List<Attente> attentes, Exception cause) {
        mesures.echec((int) attentes.stream().filter(a -> a.echoue(cause)).count());
    }

    private static Exception exception(Throwable cause) {
        return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
    }
}
