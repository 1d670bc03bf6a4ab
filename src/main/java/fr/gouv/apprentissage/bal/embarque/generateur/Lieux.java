package fr.gouv.apprentissage.bal.embarque.generateur;

import java.util.List;

/** Where generated people and establishments are: mostly in Bretagne, for the demo's perimeter, the rest all over France. */
final class Lieux {

    private static final List<String> DEPARTEMENTS = List.of(
            "35", "35", "35", "22", "22", "29", "29", "29", "56", "56", "44", "49", "75", "92", "93", "77", "59", "62",
            "69", "38", "13", "06", "31", "34", "33", "64", "67", "68", "45", "37", "14", "76", "21", "25", "01", "2A",
            "2B", "971", "974");

    private Lieux() {}

    static String departement(Hasard h) {
        return h.parmi(DEPARTEMENTS);
    }

    /** A postcode of that département. */
    static String codePostal(String departement, Hasard h) {
        return switch (departement) {
            case "2A" -> h.parmi(List.of("200", "201")) + "%02d".formatted(h.entier(100));
            case "2B" -> h.parmi(List.of("202", "206")) + "%02d".formatted(h.entier(100));
            default -> departement + (departement.length() == 3 ? "%02d" : "%03d").formatted(h.entier(100));
        };
    }
}
