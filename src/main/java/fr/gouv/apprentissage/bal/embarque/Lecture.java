package fr.gouv.apprentissage.bal.embarque;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the guard of the start asks of the configuration.
 *
 * @param source value of a key, empty where it is not set
 */
record Lecture(Function<String, Optional<String>> source) {

    private static final Set<String> BOUCLES_LOCALES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    /** A blank value is none. */
    Optional<String> valeur(String cle) {
        return source.apply(cle).map(String::strip).filter(valeur -> !valeur.isEmpty());
    }

    boolean configuree(String cle) {
        return valeur(cle).isPresent();
    }

    boolean vaut(String cle, String attendue) {
        return valeur(cle).filter(attendue::equalsIgnoreCase).isPresent();
    }

    /** Whether it is an address that others can listen to on its way, or none that can be read. */
    boolean enClair(String cle) {
        return valeur(cle).filter(adresse -> !protegee(adresse)).isPresent();
    }

    static boolean locale(String hote) {
        return BOUCLES_LOCALES.contains(hote);
    }

    private static boolean protegee(String adresse) {
        try {
            var uri = URI.create(adresse);
            return "https".equalsIgnoreCase(uri.getScheme())
                    || "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && locale(uri.getHost());
        } catch (IllegalArgumentException illisible) {
            return false;
        }
    }
}
