package fr.gouv.apprentissage.bal.passerelle.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Path of a field in the answer, up to the first list: below it a path would name rows.
 *
 * @param cles response keys
 * @param clos whether a list was reached
 */
record Chemin(List<Object> cles, boolean clos) {

    static final Chemin VIDE = new Chemin(List.of(), false);

    Chemin vers(String cle) {
        return clos ? this : new Chemin(avec(cle), false);
    }

    Chemin versListe(String cle) {
        return clos ? this : new Chemin(avec(cle), true);
    }

    private List<Object> avec(String cle) {
        var suite = new ArrayList<>(cles);
        suite.add(cle);
        return List.copyOf(suite);
    }
}
