package fr.gouv.apprentissage.bal.journal;

import io.vertx.pgclient.PgException;

/** What a failed flush says of its entries. */
enum Echec {

    /** A month without a table: it can be made. */
    PARTITION,
    /** One of the entries is at fault; its neighbours are not. */
    DONNEE,
    /** Anything else: nobody's entry can be written. */
    BASE;

    static Echec de(Throwable cause) {
        if (!(cause instanceof PgException pg) || pg.getSqlState() == null) {
            return BASE;
        }
        // a want of a partition has the state of a check that failed, but no check
        if ("23514".equals(pg.getSqlState()) && pg.getConstraint() == null) {
            return PARTITION;
        }
        return pg.getSqlState().startsWith("22") || pg.getSqlState().startsWith("23") ? DONNEE : BASE;
    }

    /** What may be logged of a cause: never its message, which could quote an entry. */
    static String code(Throwable cause) {
        return cause instanceof PgException pg && pg.getSqlState() != null
                ? "SQLSTATE " + pg.getSqlState()
                : cause.getClass().getSimpleName();
    }
}
