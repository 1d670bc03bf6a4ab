package fr.gouv.apprentissage.bal.journal;

import java.util.List;

/** Entries on their way to the database together. Seen by the writer's event loop alone. */
final class Vol {

    private final List<Attente> lot;
    private final long depart;
    private boolean fini;

    Vol(List<Attente> lot, long depart) {
        this.lot = lot;
        this.depart = depart;
    }

    static Vol termine() {
        var vol = new Vol(List.of(), 0);
        vol.fini = true;
        return vol;
    }

    List<Attente> lot() {
        return lot;
    }

    long duree(long maintenant) {
        return maintenant - depart;
    }

    /** Once it is over, what the database still answers is heard by nobody. */
    void finit() {
        fini = true;
    }

    boolean fini() {
        return fini;
    }
}
