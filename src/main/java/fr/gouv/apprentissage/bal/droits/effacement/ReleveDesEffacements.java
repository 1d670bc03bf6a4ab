package fr.gouv.apprentissage.bal.droits.effacement;

/**
 * What the list and the database said of each other when they were last compared.
 *
 * @param inscrits entries of the list
 * @param rejoues of them those that this database did not have, and that were carried out on it
 * @param remis erasures that the list did not have, and that were added to it
 * @param inachevee whether its last line was unfinished
 */
record ReleveDesEffacements(int inscrits, int rejoues, int remis, boolean inachevee) {

    static final ReleveDesEffacements AUCUN = new ReleveDesEffacements(0, 0, 0, false);
}
