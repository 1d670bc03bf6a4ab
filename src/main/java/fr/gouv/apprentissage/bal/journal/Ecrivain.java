package fr.gouv.apprentissage.bal.journal;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts entries into this process's chain, and answers for them. The chain goes on only behind what the database is known to hold: a writing that
 * failed leaves it where it was, one whose outcome is unknown ends it and begins another. Seen by the writer's event loop alone.
 */
final class Ecrivain {

    private final JournalStore store;
    private final MesuresJournal mesures;
    private final EtatDuJournal etat;
    private Tete tete = Tete.nouvelle();

    Ecrivain(JournalStore store, MesuresJournal mesures, EtatDuJournal etat) {
        this.store = store;
        this.mesures = mesures;
        this.etat = etat;
    }

    /** Completes, and never fails, once every entry of the flight is answered for; what comes after the flight's end changes nothing. */
    Future<Void> ecris(Vol vol) {
        return envoie(vol, vol.lot());
    }

    /** What was sent may be kept or not: the chain ends here. */
    void rompt() {
        tete = Tete.nouvelle();
    }

    void echouent(List<Attente> attentes, Exception cause) {
        mesures.echec((int) attentes.stream().filter(a -> a.echoue(cause)).count());
    }

    private Future<Void> envoie(Vol vol, List<Attente> lot) {
        if (lot.isEmpty()) {
            return Future.succeededFuture();
        }
        long depart = System.nanoTime();
        var entrees = tete.enchaine(lot.stream().map(Attente::entree).toList());
        return store.ajoute(entrees).transform(reponse -> {
            if (vol.fini()) {
                return Future.succeededFuture();
            }
            return reponse.succeeded()
                    ? repartis(vol, lot, entrees, reponse.result(), System.nanoTime() - depart)
                    : rattrape(vol, lot, reponse);
        });
    }

    private Future<Void> repartis(
            Vol vol, List<Attente> lot, List<EntreeEnchainee> entrees, List<Sort> sorts, long duree) {
        var reste = new ArrayList<Attente>();
        int acceptees = 0;
        for (int i = 0; i < lot.size(); i++) {
            switch (sorts.get(i)) {
                case ACCEPTEE -> {
                    acceptees++;
                    tete = entrees.get(i).tete();
                    lot.get(i).reussit(entrees.get(i).inscription());
                }
                case PERIMEE -> lot.get(i).perime();
                default -> reste.add(lot.get(i));
            }
        }
        mesures.commit(acceptees, duree);
        if (reste.isEmpty() || sorts.contains(Sort.PERIMEE)) {
            etat.reussite();
            return envoie(vol, reste);
        }
        return reprends(vol, reste);
    }

    /** Nothing was refused before them, so the database's chain is not this one: they go into a new one, once. */
    private Future<Void> reprends(Vol vol, List<Attente> reste) {
        boolean neuve = tete.vierge();
        rompt();
        if (neuve) {
            etat.echec("CHAINE_ROMPUE");
            echouent(reste, new IllegalStateException("une chaîne neuve ne prend pas d'entrée"));
            return Future.succeededFuture();
        }
        return envoie(vol, reste);
    }

    private Future<Void> rattrape(Vol vol, List<Attente> lot, AsyncResult<?> reponse) {
        var cause = reponse.cause();
        var echec = Echec.de(cause);
        if (!Echec.sansTrace(cause)) {
            rompt();
        }
        if (echec == Echec.DONNEE && lot.size() > 1) {
            return unParUn(vol, lot, 0);
        }
        etat.echec(Echec.code(cause));
        echouent(lot, exception(cause));
        return echec == Echec.PARTITION
                ? store.preparePartitions().transform(rien -> Future.succeededFuture())
                : Future.succeededFuture();
    }

    /** One entry is at fault and the database does not say which: each has its own commit. */
    private Future<Void> unParUn(Vol vol, List<Attente> lot, int rang) {
        return rang == lot.size() || vol.fini()
                ? Future.succeededFuture()
                : envoie(vol, lot.subList(rang, rang + 1)).compose(rien -> unParUn(vol, lot, rang + 1));
    }

    private static Exception exception(Throwable cause) {
        return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
    }
}
