package fr.gouv.apprentissage.bal.ingestion;

import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * The hours in which a source may be asked, Europe/Paris; they may span midnight.
 *
 * @param debut first minute
 * @param fin end, exclusive; the same as the start: always open
 */
public record Ouverture(LocalTime debut, LocalTime fin) {

    private static final Pattern FORME =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(2[0-4]|[01][0-9]):([0-5][0-9])");

    /**
     * Reads {@code 19:10-06:50}; {@code 00:00-24:00} is always.
     *
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static Ouverture lis(String texte) {
        if (!FORME.matcher(texte).matches()) {
            throw new IllegalArgumentException("heures d'ouverture illisibles : la forme est 19:10-06:50");
        }
        var bornes = texte.split("-");
        return new Ouverture(
                LocalTime.parse(bornes[0]),
                bornes[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(bornes[1]));
    }

    /** Whether the source is open at this moment. */
    public boolean contient(Instant instant) {
        var heure = LocalTime.ofInstant(instant, Jours.PARIS);
        if (debut.equals(fin)) {
            return true;
        }
        return debut.isBefore(fin)
                ? !heure.isBefore(debut) && heure.isBefore(fin)
                : !heure.isBefore(debut) || heure.isBefore(fin);
    }
}
