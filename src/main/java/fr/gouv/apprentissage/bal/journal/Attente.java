package fr.gouv.apprentissage.bal.journal;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A caller that waits for its entry. It is answered once, on the Vert.x context that it asked from. */
final class Attente {

    private final Entree entree;
    private final long echeance;
    private final UniEmitter<? super Inscription> appelant;
    private final Executor retour = contexteCourant();
    private final AtomicBoolean repondu = new AtomicBoolean();

    Attente(Entree entree, long echeance, UniEmitter<? super Inscription> appelant) {
        this.entree = entree;
        this.echeance = echeance;
        this.appelant = appelant;
    }

    Entree entree() {
        return entree;
    }

    boolean enAttente() {
        return !repondu.get();
    }

    boolean expiree(long maintenant) {
        return maintenant - echeance >= 0;
    }

    /** True when this call answered the caller. */
    boolean reussit(Inscription inscription) {
        return repond(() -> appelant.complete(inscription));
    }

    boolean perime() {
        return repond(() -> appelant.fail(new RevisionPerimee()));
    }

    boolean echoue(Exception cause) {
        return repond(() -> appelant.fail(new JournalIndisponible(cause)));
    }

    private boolean repond(Runnable reponse) {
        if (!repondu.compareAndSet(false, true)) {
            return false;
        }
        retour.execute(reponse);
        return true;
    }

    private static Executor contexteCourant() {
        Context contexte = Vertx.currentContext();
        return contexte == null ? Runnable::run : suite -> contexte.runOnContext(rien -> suite.run());
    }
}
