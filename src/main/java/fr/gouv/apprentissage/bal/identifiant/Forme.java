package fr.gouv.apprentissage.bal.identifiant;

import java.util.regex.Pattern;

/**
 * The shape of one kind of identifier, and the ways in which people write it.
 *
 * @param genre kind, as messages name it
 * @param motif what the canonical text matches
 * @param attendu what is expected, in French
 */
record Forme(String genre, Pattern motif, String attendu) {

    Forme(String genre, String motif, String attendu) {
        this(genre, Pattern.compile(motif), attendu);
    }

    /** Throws unless this is the canonical text. */
    void exige(String valeur) {
        if (valeur == null || !motif.matcher(valeur).matches()) {
            throw refus(attendu);
        }
    }

    IdentifiantInvalide refus(String raison) {
        return new IdentifiantInvalide(genre, raison);
    }

    /** Takes off U+0000 and the blanks around. */
    String sansBords(String brut) {
        if (brut == null) {
            throw refus("valeur absente");
        }
        var texte = brut.indexOf('\0') < 0 ? brut : brut.replace("\0", "");
        int debut = 0;
        int fin = texte.length();
        while (debut < fin && blanc(texte.charAt(debut))) {
            debut++;
        }
        while (fin > debut && blanc(texte.charAt(fin - 1))) {
            fin--;
        }
        if (debut == fin) {
            throw refus("valeur vide");
        }
        return texte.substring(debut, fin);
    }

    /** Also takes off the blanks, full stops and dashes that people put inside, and raises ASCII letters. */
    String compacte(String brut) {
        var texte = sansBords(brut);
        var net = new StringBuilder(texte.length());
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (!blanc(c) && c != '.' && Character.getType(c) != Character.DASH_PUNCTUATION) {
                net.append(majuscule(c));
            }
        }
        return net.toString();
    }

    /** ASCII alone: other letters keep their case, so that none of them becomes an ASCII one. */
    static char majuscule(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    /** Whether it has no character but those of ASCII. */
    static boolean ascii(String texte) {
        for (int i = 0; i < texte.length(); i++) {
            if (texte.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Every kind of blank of Unicode, invisible ones included. */
    static boolean blanc(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
