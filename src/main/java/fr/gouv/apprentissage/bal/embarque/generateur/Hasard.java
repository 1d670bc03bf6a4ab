package fr.gouv.apprentissage.bal.embarque.generateur;

import java.util.List;

/** Repeatable chance: the same seeds give the same draws on every machine and every JDK (SplitMix64). Not for several threads at once. */
final class Hasard {

    private long etat;

    private Hasard(long etat) {
        this.etat = etat;
    }

    /** The chance that belongs to these seeds, in this order. */
    static Hasard de(long... graines) {
        long h = 0x243F6A8885A308D3L;
        for (long graine : graines) {
            h = melange(h + 0x9E3779B97F4A7C15L + graine * 0xD1342543DE82EF95L);
        }
        return new Hasard(h);
    }

    /** From 0 (included) to the bound (excluded, at least 1). */
    int entier(int borne) {
        etat += 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(melange(etat), borne);
    }

    /** From the first to the last, both included. */
    int entre(int premier, int dernier) {
        return premier + entier(dernier - premier + 1);
    }

    /** True that many times in a thousand. */
    boolean surMille(int chances) {
        return entier(1000) < chances;
    }

    <T> T parmi(List<T> choix) {
        return choix.get(entier(choix.size()));
    }

    private static long melange(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
