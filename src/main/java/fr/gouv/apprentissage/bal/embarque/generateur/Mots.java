package fr.gouv.apprentissage.bal.embarque.generateur;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Words that stand in no ordinary text: clusters of consonants that no French word has, between vowels with the accents of French names.
 * Each is at least nine letters long, so that finding one in a dump, even within base64 or hexadecimal, is no accident.
 */
final class Mots {

    private static final List<String> ATTAQUES =
            List.of("zv", "kj", "xw", "vk", "qz", "wj", "kv", "zd", "vz", "jk", "bv", "xv", "wz", "gzh", "tzv", "jv");
    private static final List<String> VOYELLES = List.of(
            "a", "é", "è", "ê", "ë", "i", "ï", "o", "ô", "u", "û", "ü", "ÿ", "y", "à", "â", "î", "ai", "ou", "oi", "an",
            "en", "on");
    private static final List<String> FINALES = List.of("c", "q", "z", "x", "k", "gzh", "ç", "mb", "rv");

    private Mots() {}

    /** A word with a capital. */
    static String propre(Hasard h) {
        var mot = minuscule(h);
        return mot.substring(0, 1).toUpperCase(Locale.ROOT) + mot.substring(1);
    }

    /** A word without one. */
    static String minuscule(Hasard h) {
        var mot = new StringBuilder();
        while (mot.length() < 9) {
            mot.append(h.parmi(ATTAQUES)).append(h.parmi(VOYELLES));
        }
        return mot.append(h.parmi(FINALES)).toString();
    }

    /** A surname: plain, compound, with a particle or an apostrophe. */
    static String nom(Hasard h) {
        int forme = h.entier(100);
        if (forme < 70) {
            return propre(h);
        }
        if (forme < 82) {
            return propre(h) + "-" + propre(h);
        }
        if (forme < 88) {
            return "de " + propre(h);
        }
        if (forme < 92) {
            return "Le " + propre(h);
        }
        if (forme < 96) {
            return "D'" + propre(h);
        }
        return propre(h) + " " + propre(h);
    }

    /** First names as DECA has them, in one text: one, a compound one, or several. */
    static String prenoms(Hasard h) {
        int forme = h.entier(100);
        if (forme < 75) {
            return propre(h);
        }
        if (forme < 87) {
            return propre(h) + "-" + propre(h);
        }
        return forme < 97 ? propre(h) + " " + propre(h) : propre(h) + ", " + propre(h) + ", " + propre(h);
    }

    /** A surname longer than any screen, to show that none is cut. */
    static String nomSansFin(Hasard h) {
        var nom = new StringBuilder(propre(h));
        while (nom.length() < 400) {
            nom.append('-').append(propre(h));
        }
        return nom.toString();
    }

    /** A label for a mailbox or a domain: ASCII letters only. */
    static String etiquette(String mot) {
        return Normalizer.normalize(mot, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
