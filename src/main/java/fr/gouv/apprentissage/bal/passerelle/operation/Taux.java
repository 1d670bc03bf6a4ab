package fr.gouv.apprentissage.bal.passerelle.operation;

import java.math.BigInteger;

/** What things cost, in points (docs/operations-enregistrees.md has the formula). */
final class Taux {
    /** Any request, whatever becomes of it. */
    static final long REQUETE = 1;

    /** An object that the answer may hold. */
    static final long OBJET = 1;

    /** Elements of a list that has no {@code first}, as they mostly are: nested lists show 100 at most, and lists within lists would have the bound refuse what is ordinary. */
    static final long LISTE = 10;

    /** A count reads what a page does not. */
    static final long COMPTAGE = 100;

    /** The schema, which stands in memory. */
    static final long INTROSPECTION = 10;

    /** Rows of a page at most. */
    static final long PAGE_MAXIMUM = 200;

    private Taux() {}

    /** Rows of a page: what is out of its bounds is refused later, and costs what the bound does. */
    static long lignes(BigInteger first) {
        return first.min(BigInteger.valueOf(PAGE_MAXIMUM)).max(BigInteger.ZERO).longValue();
    }
}
