package fr.gouv.apprentissage.bal.oracle;

import java.util.Locale;
import java.util.Map;

/** Names compared without case, accents, spaces, hyphens and apostrophes, by a plain table. */
final class Plis {

    private static final String SEPARATEURS = " \t\u00A0\u202F-‐‑'’ʼ`";
    private static final Map<String, String> LETTRES = Map.of(
            "ÀÁÂÃÄÅ", "A", "Ç", "C", "ÈÉÊË", "E", "ÌÍÎÏ", "I", "Ñ", "N", "ÒÓÔÕÖ", "O", "ÙÚÛÜ", "U", "ÝŸ", "Y", "Œ",
            "OE", "Æ", "AE");

    private Plis() {}

    static String plie(String nom) {
        var plie = new StringBuilder();
        for (char c : nom.toUpperCase(Locale.ROOT).toCharArray()) {
            if (SEPARATEURS.indexOf(c) < 0) {
                plie.append(lettre(c));
            }
        }
        return plie.toString();
    }

    private static String lettre(char c) {
        return LETTRES.entrySet().stream()
                .filter(e -> e.getKey().indexOf(c) >= 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(String.valueOf(c));
    }
}
