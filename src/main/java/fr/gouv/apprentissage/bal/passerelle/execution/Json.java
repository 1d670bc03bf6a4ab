package fr.gouv.apprentissage.bal.passerelle.execution;

/** JSON text as it is written: no tree, no reflection. The caller keeps objects and arrays balanced. */
public final class Json {

    private static final int TAILLE = 8 * 1024;
    private static final int PREMIER_IMPRIMABLE = 0x20;
    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

    private final StringBuilder texte = new StringBuilder(TAILLE);
    private boolean virgule;

    /** Begins an object. */
    public Json ouvreObjet() {
        return ouvre('{');
    }

    /** Ends it. */
    public Json fermeObjet() {
        return ferme('}');
    }

    /** Begins an array. */
    public Json ouvreListe() {
        return ouvre('[');
    }

    /** Ends it. */
    public Json fermeListe() {
        return ferme(']');
    }

    /** The key of the value that follows. */
    public Json cle(String cle) {
        separe();
        chaine(cle);
        texte.append(':');
        virgule = false;
        return this;
    }

    /** A null. */
    public Json nul() {
        return brut("null");
    }

    /** A value that is JSON as it stands: a number, a boolean. */
    public Json brut(String json) {
        separe();
        texte.append(json);
        virgule = true;
        return this;
    }

    /** A text. */
    public Json chaineDe(String valeur) {
        separe();
        chaine(valeur);
        virgule = true;
        return this;
    }

    @Override
    public String toString() {
        return texte.toString();
    }

    private Json ouvre(char signe) {
        separe();
        texte.append(signe);
        virgule = false;
        return this;
    }

    private Json ferme(char signe) {
        texte.append(signe);
        virgule = true;
        return this;
    }

    private void separe() {
        if (virgule) {
            texte.append(',');
        }
    }

    private void chaine(String valeur) {
        texte.append('"');
        // most texts go as they are, and in one piece
        if (telle(valeur)) {
            texte.append(valeur);
        } else {
            echappe(valeur);
        }
        texte.append('"');
    }

    private static boolean telle(String valeur) {
        for (int i = 0; i < valeur.length(); i++) {
            var signe = valeur.charAt(i);
            if (signe < PREMIER_IMPRIMABLE || signe == '"' || signe == '\\' || Character.isSurrogate(signe)) {
                return false;
            }
        }
        return true;
    }

    private void echappe(String valeur) {
        for (int i = 0; i < valeur.length(); i++) {
            var signe = valeur.charAt(i);
            if (signe == '"' || signe == '\\') {
                texte.append('\\').append(signe);
            } else if (signe < PREMIER_IMPRIMABLE || Character.isSurrogate(signe) && !enPaire(valeur, i)) {
                texte.append("\\u")
                        .append(HEXADECIMAL[signe >> 12])
                        .append(HEXADECIMAL[signe >> 8 & 15])
                        .append(HEXADECIMAL[signe >> 4 & 15])
                        .append(HEXADECIMAL[signe & 15]);
            } else {
                texte.append(signe);
            }
        }
    }

    /** A lone surrogate has no UTF-8 form. */
    private static boolean enPaire(String valeur, int i) {
        return Character.isHighSurrogate(valeur.charAt(i))
                ? i + 1 < valeur.length() && Character.isLowSurrogate(valeur.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(valeur.charAt(i - 1));
    }
}
