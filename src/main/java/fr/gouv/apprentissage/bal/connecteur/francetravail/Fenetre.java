package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days and hours of creation. The source does not say whether it takes its bounds in, nor keeps to one time zone (it reads them as Paris' hours, though
 * they are written in UTC): the two halves of a window overlap by a second, and what both give is known by its id.
 *
 * @param de first second
 * @param a last second
 */
record Fenetre(Instant de, Instant a) {

    /** Before every offer that still stands. */
    private static final Instant DEBUT = Instant.parse("2000-01-01T00:00:00Z");

    /** More than any difference of time zones, and than a clock is wrong. */
    private static final Duration MARGE = Duration.ofDays(2);

    private static final Duration PLUS_PETITE = Duration.ofSeconds(4);

    Fenetre {
        if (!a.isAfter(de)) {
            throw new IllegalArgumentException("une fenêtre finit après son début");
        }
    }

    /** All the time until now, with a margin. */
    static Fenetre jusqua(Instant maintenant) {
        return new Fenetre(DEBUT, maintenant.plus(MARGE).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Its halves, the newer first; none when it is too small to be divided. */
    List<Fenetre> moities() {
        var duree = Duration.between(de, a);
        if (duree.compareTo(PLUS_PETITE) < 0) {
            return List.of();
        }
        var milieu = de.plusSeconds(duree.toSeconds() / 2);
        return List.of(new Fenetre(milieu.minusSeconds(1), a), new Fenetre(de, milieu));
    }
}
