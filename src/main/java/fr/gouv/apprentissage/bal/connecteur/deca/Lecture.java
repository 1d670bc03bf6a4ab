package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of a value of a row. Lives only inside the parser: personal values leave it sealed.
 *
 * @param valeur the value, null when there is none
 * @param doute what must be told of it
 */
record Lecture(Object valeur, Doute doute) {

    /** What must be told of a value. */
    enum Doute {
        AUCUN,
        /** Badly formed: dropped. */
        ECARTEE,
        /** Well formed, and in no nomenclature: kept. */
        CODE_INCONNU
    }

    /** Reads what stands at a place of a row; a missing or blank value never comes here. */
    @FunctionalInterface
    interface Lecteur {

        Lecture lis(JsonNode valeur);
    }

    static Lecture de(Object valeur) {
        return new Lecture(valeur, Doute.AUCUN);
    }

    static Lecture absente() {
        return new Lecture(null, Doute.AUCUN);
    }

    static Lecture ecartee() {
        return new Lecture(null, Doute.ECARTEE);
    }

    static Lecture inconnue(Object valeur) {
        return new Lecture(valeur, Doute.CODE_INCONNU);
    }

    /** Nothing of a value shows in a log. */
    @Override
    public String toString() {
        return "Lecture[…]";
    }
}
