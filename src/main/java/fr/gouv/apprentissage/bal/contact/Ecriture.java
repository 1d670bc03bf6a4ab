package fr.gouv.apprentissage.bal.contact;

/**
 * What became of facts that were written, in contacts: several facts of one contact count as one.
 *
 * @param crees contacts that nobody knew
 * @param revus contacts that are known longer, seen later or trusted longer by them
 * @param inchanges contacts that said as much before
 * @param perimes facts that may no longer be trusted today: of them nothing is kept
 */
public record Ecriture(int crees, int revus, int inchanges, int perimes) {

    /** Nothing was given. */
    public static final Ecriture AUCUNE = new Ecriture(0, 0, 0, 0);

    /** Both together. */
    public Ecriture plus(Ecriture autre) {
        return new Ecriture(
                crees + autre.crees, revus + autre.revus, inchanges + autre.inchanges, perimes + autre.perimes);
    }
}
