package fr.gouv.apprentissage.bal.embarque.generateur;

import java.time.LocalDate;

/**
 * Where a contract stands in the world. Contracts come in families of sixteen for ten people: most people have one, some two or three.
 *
 * @param cohorte day on which the person's first contract is filed
 * @param rang place of the contract among those of that day
 * @param parJour how many contracts that day has
 */
record Place(LocalDate cohorte, int rang, int parJour) {

    private static final int[] PERSONNE = {0, 1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 7, 7, 8, 9, 9};
    private static final int[] ORDRE = {0, 0, 0, 1, 0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0, 1};

    int personne() {
        return rang / PERSONNE.length * Peuple.FAMILLE + PERSONNE[rang % PERSONNE.length];
    }

    /** 0 for the first contract of its person, then 1, then 2. */
    int ordre() {
        return ORDRE[rang % ORDRE.length];
    }

    /** An avenant carries the number of the contract that it amends: the one before it of the same person. */
    boolean avenant(long graine) {
        return ordre() > 0 && Hasard.de(graine, 5, cohorte.toEpochDay(), rang).surMille(450);
    }

    Place precedente() {
        return new Place(cohorte, rang - 1, parJour);
    }

    /** Chance of this contract for one use of it. */
    Hasard hasard(long graine, int usage) {
        return Hasard.de(graine, usage, cohorte.toEpochDay(), rang);
    }
}
