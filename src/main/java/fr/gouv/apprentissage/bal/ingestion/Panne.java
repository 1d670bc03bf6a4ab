package fr.gouv.apprentissage.bal.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A failure of our own, as far as a log may tell of it: messages of exceptions hold values (PostgreSQL repeats those that it refuses), so
 * only kinds and places are told.
 *
 * @param interruption what the same thing may work after; empty: it will not
 * @param trace kinds of the exceptions, SQLSTATE, place in our code
 */
record Panne(Optional<Interruption> interruption, String trace) {

    /** Connection, transaction rollback, resources, operator intervention, lock not available. */
    private static final Set<String> PASSAGERES = Set.of("08", "40", "53", "57", "55");

    /** The process slept within a transaction for longer than the server waits. */
    private static final String ENDORMIE = "25P03";

    /** How the driver tells, in words alone, of a connection that the server has closed. */
    private static final String FERMEE = "Connection is not active";

    private static final String DISQUE_PLEIN = "53100";
    private static final String INTERNE = "XX000";

    /** Where the server makes a table's file larger. A limit on the size of files is told there as an error of its own. */
    private static final Set<String> AGRANDISSEMENT = Set.of("mdextend", "mdzeroextend");

    static Panne de(Throwable echec) {
        var trace = new StringBuilder();
        causes(echec).forEach(cause -> trace.append(nom(cause)).append(' '));
        causes(echec)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(appel -> appel.getClassName().startsWith("fr.gouv.apprentissage.bal."))
                .findFirst()
                .ifPresent(appel -> trace.append("dans ").append(appel));
        return new Panne(interruption(echec), trace.toString().trim());
    }

    /** Whether the database was out of reach, so that the same thing may work later. */
    boolean passagere() {
        return interruption.isPresent();
    }

    private static Optional<Interruption> interruption(Throwable echec) {
        if (causes(echec).anyMatch(Panne::estSansPlace)) {
            return Optional.of(Interruption.BASE_PLEINE);
        }
        return causes(echec).anyMatch(Panne::estPassagere)
                ? Optional.of(Interruption.BASE_INDISPONIBLE)
                : Optional.empty();
    }

    private static boolean estSansPlace(Throwable cause) {
        return cause instanceof PgException pg
                && (DISQUE_PLEIN.equals(pg.getSqlState())
                        || INTERNE.equals(pg.getSqlState())
                                && pg.getRoutine() != null
                                && AGRANDISSEMENT.contains(pg.getRoutine()));
    }

    private static boolean estPassagere(Throwable cause) {
        if (cause instanceof PgException pg) {
            return pg.getSqlState() != null
                    && (PASSAGERES.contains(pg.getSqlState().substring(0, 2))
                            || pg.getSqlState().equals(ENDORMIE));
        }
        return cause instanceof IOException && !(cause instanceof JacksonException)
                || cause instanceof TimeoutException
                || cause instanceof NoStackTraceThrowable && FERMEE.equals(debut(cause.getMessage()))
                || cause.getClass().getSimpleName().equals("ClosedConnectionException");
    }

    private static String debut(String message) {
        return message == null || message.length() < FERMEE.length() ? "" : message.substring(0, FERMEE.length());
    }

    private static String nom(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause instanceof PgException pg ? " " + pg.getSqlState() : "");
    }

    private static Stream<Throwable> causes(Throwable echec) {
        return Stream.iterate(echec, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
