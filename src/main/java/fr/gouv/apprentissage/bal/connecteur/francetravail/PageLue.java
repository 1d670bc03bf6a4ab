package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.util.List;

/**
 * One answer.
 *
 * @param total how many offers the search has
 * @param offres those of this page
 */
record PageLue(long total, List<OffreLue> offres) {

    PageLue {
        offres = List.copyOf(offres);
    }

    /** An answer without a body. */
    static PageLue vide() {
        return new PageLue(0, List.of());
    }
}
