package fr.gouv.apprentissage.bal.journal;

import io.vertx.pgclient.PgException;
import java.util.List;

/** What a failed flush says of its entries. */
enum Echec {

    /** A month without a table: it can be made. */
    PARTITION,
    /** One of the entries is at fault; its neighbours are not. */
    DONNEE,
    /** Anything else: nobody's entry can be written. */
    BASE;

    private static final List<String> FIN_DE_SESSION = List.of("08", "57P", "58", "XX");

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

    /**
     * Whether the database surely kept nothing: it says so itself, and did not end while it said it (classes 08, 57P, 58, XX). Of anything else
     * nobody knows whether the commit came first.
     */
    static boolean sansTrace(Throwable cause) {
        return cause instanceof PgException pg
                && pg.getSqlState() != null
                && FIN_DE_SESSION.stream().noneMatch(pg.getSqlState()::startsWith);
    }

    /** What may be logged of a cause: never its message, which could quote an entry. */
    static String code(Throwable cause) {
        return cause instanceof PgException pg && pg.getSqlState() != null
                ? "SQLSTATE " + pg.getSqlState()
                : cause.getClass().getSimpleName();
    }
}
