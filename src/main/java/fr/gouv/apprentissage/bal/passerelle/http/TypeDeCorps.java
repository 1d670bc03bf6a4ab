package fr.gouv.apprentissage.bal.passerelle.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one media type that a body is read in: application/json, in UTF-8 where it says so. Named twice it is still that one: a browser joins
 * two headers of one name by a comma, and GraphiQL as SmallRye serves it writes both {@code content-type} and {@code Content-Type}.
 */
final class TypeDeCorps {

    private static final String JSON = "application/json";

    private TypeDeCorps() {}

    /** @param entetes every header Content-Type */
    static boolean estLu(List<String> entetes) {
        // nearly all name the one type and nothing else
        return entetes.size() == 1 && entetes.get(0).equals(JSON) || estLu(String.join(",", entetes));
    }

    /** @param entete the header Content-Type, empty when there is none */
    static boolean estLu(String entete) {
        return Stream.of(entete.split(",", -1)).allMatch(TypeDeCorps::unSeul);
    }

    /**
     * Whether the body comes as it is: what is compressed may be large where it looks small.
     *
     * @param entetes values of the header Content-Encoding
     */
    static boolean estEnClair(List<String> entetes) {
        return entetes.stream()
                .flatMap(entete -> Stream.of(entete.split(",", -1)))
                .allMatch(codage -> codage.strip().equalsIgnoreCase("identity"));
    }

    private static boolean unSeul(String type) {
        var parties = type.split(";", -1);
        return parties[0].strip().equalsIgnoreCase(JSON)
                && Stream.of(parties).skip(1).map(String::strip).allMatch(TypeDeCorps::permet);
    }

    private static boolean permet(String parametre) {
        var nomEtValeur = parametre.split("=", 2);
        return !nomEtValeur[0].strip().equalsIgnoreCase("charset")
                || nomEtValeur.length == 2
                        && nomEtValeur[1].replace("\"", "").strip().equalsIgnoreCase("utf-8");
    }
}
