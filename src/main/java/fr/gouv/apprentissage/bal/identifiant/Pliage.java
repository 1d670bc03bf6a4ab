package fr.gouv.apprentissage.bal.identifiant;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How names are compared: folded. Compatibility decomposition (NFKD), diacritics off, letters that do not decompose written out (œ is oe,
 * ß is ss), case off, blanks, hyphens, apostrophes and invisible characters off, whichever of Unicode they are. Everything else stays.
 *
 * <p>Blind indexes are made of folded names, so a change of these rules is a new {@link #VERSION}, a new file of test vectors
 * ({@code pliage-<version>.csv}) and a new generation of the indexes.
 */
public final class Pliage {

    /** Version of the rules, kept with the indexes. */
    public static final int VERSION = 1;

    private static final Map<Integer, String> LETTRES = Map.ofEntries(
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ẞ', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ĸ', "q"));
    private static final String APOSTROPHES = "'`´’‘‚‛ʼʻʽʹʾʿˈ′‵՚׳ꞌ＇";
    private static final String TRAITS = "\u2212\u2043\u02D7";
    private static final Pattern AUTOUR_DES_LIENS =
            Pattern.compile("[\\s\\p{Z}]*([\\p{Pd}" + TRAITS + APOSTROPHES + "])[\\s\\p{Z}]*");
    private static final Pattern ENTRE_PRENOMS = Pattern.compile("[\\s\\p{Z},;]+");

    private Pliage() {}

    /** A name folded; empty when it has nothing but blanks, hyphens and apostrophes: then it identifies nobody. */
    public static String nom(String nom) {
        var plie = new StringBuilder(nom.length());
        var decompose = Forme.ascii(nom) ? nom : Normalizer.normalize(nom, Normalizer.Form.NFKD);
        for (int i = 0; i < decompose.length(); ) {
            int c = decompose.codePointAt(i);
            plie(c, plie);
            i += Character.charCount(c);
        }
        return plie.toString();
    }

    /** First names folded and joined: how a source divided them does not count. */
    public static String prenoms(List<String> prenoms) {
        return prenoms.stream().map(Pliage::nom).collect(Collectors.joining());
    }

    /**
     * The first of the first names alone, folded; empty when there is none. A source that does not divide gives them in one text: a blank
     * or a comma divides it, a hyphen or an apostrophe does not, even with blanks around ({@code "Jean - Pierre"} is one name).
     */
    public static String premierPrenom(List<String> prenoms) {
        if (prenoms.size() == 1 && !divise(prenoms.get(0))) {
            return nom(prenoms.get(0));
        }
        return prenoms.stream()
                .map(prenom -> AUTOUR_DES_LIENS.matcher(prenom).replaceAll("$1"))
                .flatMap(ENTRE_PRENOMS::splitAsStream)
                .map(Pliage::nom)
                .filter(plie -> !plie.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether a first name has anything that may divide it. Most have nothing, and this is asked of every row. */
    private static boolean divise(String prenom) {
        for (int i = 0; i < prenom.length(); i++) {
            char c = prenom.charAt(i);
            if (c == ',' || c == ';' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                return true;
            }
        }
        return false;
    }

    private static void plie(int c, StringBuilder plie) {
        // Of ASCII's letters this bit is their case alone.
        int lettre = c | 0x20;
        if (lettre >= 'a' && lettre <= 'z') {
            plie.append((char) lettre);
            return;
        }
        // Up, then down: both cases of a letter that has several lower ones (sigma) end as one.
        int minuscule = Character.toLowerCase(Character.toUpperCase(c));
        if (sansPoids(c) || sansPoids(minuscule)) {
            return;
        }
        var ecrite = LETTRES.get(minuscule);
        if (ecrite == null) {
            plie.appendCodePoint(minuscule);
        } else {
            plie.append(ecrite);
        }
    }

    private static boolean sansPoids(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DASH_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> APOSTROPHES.indexOf(c) >= 0 || TRAITS.indexOf(c) >= 0;
        };
    }
}
