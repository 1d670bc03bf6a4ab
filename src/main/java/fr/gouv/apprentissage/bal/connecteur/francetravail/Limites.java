package fr.gouv.apprentissage.bal.connecteur.francetravail;

/**
 * What one search gives (domain.md §4).
 *
 * @param page most offers of one answer
 * @param mur greatest position from which an answer may start
 */
record Limites(int page, int mur) {

    /** As the source's documentation has them. */
    static final Limites DOCUMENTEES = new Limites(150, 3000);

    Limites {
        if (page < 1 || mur < 0) {
            throw new IllegalArgumentException("une page a au moins une offre");
        }
    }

    /** How many offers of one search can be read. */
    int portee() {
        return mur / page * page + page;
    }

    /** The source refused this position: nothing from it on can be read. */
    Limites refuse(int position) {
        return new Limites(page, Math.max(0, position - page));
    }
}
