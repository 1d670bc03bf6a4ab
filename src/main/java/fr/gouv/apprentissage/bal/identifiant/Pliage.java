package fr.gouv.apprentissage.bal.identifiant;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names are compared: folded. */
public final class Pliage {

    /** Version of the rules, kept with the indexes. */
    public static final int VERSION = 1;

    private Pliage() {}

    /** A name folded. */
    public static String nom(String nom) {
        return Normalizer.normalize(nom, Normalizer.Form.NFKD)
                .replaceAll("[\\p{Mn}\\p{Z}\\p{Pd}'’]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** First names folded and joined. */
    public static String prenoms(List<String> prenoms) {
        return prenoms.stream().map(Pliage::nom).collect(Collectors.joining());
    }

    /** The first of the first names alone, folded. */
    public static String premierPrenom(List<String> prenoms) {
        return prenoms.isEmpty() ? "" : nom(prenoms.get(0).trim().split("[\\s,]+")[0]);
    }
}
