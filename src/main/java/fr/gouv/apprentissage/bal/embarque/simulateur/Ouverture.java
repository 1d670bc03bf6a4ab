package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Hours of a day in which a system answers; they may span midnight.
 *
 * @param de first minute, included
 * @param a last minute, excluded; equal to the first: always open
 */
public record Ouverture(LocalTime de, LocalTime a) {

    /** DECA's own hours (domain.md §2.1). */
    public static final Ouverture DECA = new Ouverture(LocalTime.of(19, 0), LocalTime.of(7, 0));

    /** All day. */
    public static final Ouverture TOUJOURS = new Ouverture(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    boolean contient(LocalTime heure) {
        if (de.equals(a)) {
            return true;
        }
        boolean apres = !heure.isBefore(de);
        boolean avant = heure.isBefore(a);
        return de.isBefore(a) ? apres && avant : apres || avant;
    }

    /** How long until it opens, in seconds; at least 1. */
    long attente(LocalTime heure) {
        long secondes = Duration.between(heure, de).toSeconds();
        return Math.max(1, secondes < 0 ? secondes + Duration.ofDays(1).toSeconds() : secondes);
    }
}
