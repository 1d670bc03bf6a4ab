package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A header {@code Content-Range: offres 0-149/9981}.
 *
 * @param debut position of the first offer of the answer
 * @param total how many there are
 */
record Plage(int debut, long total) {

    private static final Pattern FORME = Pattern.compile("\\s*offres\\s+([0-9]{1,9})-[0-9]{1,9}/([0-9]{1,9})\\s*");

    /** What the header says; empty when it says nothing that we read. */
    static Optional<Plage> lis(String entete) {
        var forme = FORME.matcher(entete);
        return forme.matches()
                ? Optional.of(new Plage(Integer.parseInt(forme.group(1)), Long.parseLong(forme.group(2))))
                : Optional.empty();
    }
}
