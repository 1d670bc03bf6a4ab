package fr.gouv.apprentissage.bal.journal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses what no entry can hold, before it costs its neighbours a commit. Bounds follow the constraints of {@code journal.entree}. Messages
 * name the field, never the value.
 */
final class ControleDeForme {

    private static final int TEXTE_MAX = 200;
    private static final int PERIMETRE_MAX = 10_000;
    private static final int LISTE_MAX = 2_000;
    private static final int SUJETS_MAX = 1_000_000;
    private static final int SHA256 = 32;
    private static final Pattern COORDONNEE = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*\\.[_A-Za-z][_0-9A-Za-z]*");

    private ControleDeForme() {}

    /** Throws {@link IllegalArgumentException} when the entry could not be written. */
    static void verifie(Divulgation divulgation) {
        texte("client", divulgation.client());
        facultatif("agent", divulgation.agent());
        facultatif("finalite", divulgation.finalite());
        facultatif("operation", divulgation.operation());
        exige(divulgation.habilitations().size() <= LISTE_MAX, "habilitations");
        divulgation.habilitations().forEach(id -> texte("habilitations", id));
        exige(divulgation.empreinteOperation().length == SHA256, "empreinteOperation");
        coordonnees("coordonnees", divulgation.coordonnees());
        coordonnees("recherches", divulgation.recherches());
        exige(divulgation.sujets().size() <= SUJETS_MAX, "sujets");
        divulgation.perimetre().ifPresent(present -> texte("perimetre", present, PERIMETRE_MAX));
        exige(divulgation.personnes() >= 0, "personnes");
    }

    private static void facultatif(String champ, Optional<String> texte) {
        texte.ifPresent(present -> texte(champ, present));
    }

    private static void texte(String champ, String texte) {
        texte(champ, texte, TEXTE_MAX);
    }

    private static void texte(String champ, String texte, int longueur) {
        exige(!texte.isEmpty() && texte.codePointCount(0, texte.length()) <= longueur, champ);
        // a control character (PostgreSQL refuses U+0000) or half a pair would not be read back as it was hashed
        exige(
                texte.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE),
                champ);
    }

    private static void coordonnees(String champ, List<String> coordonnees) {
        exige(coordonnees.size() <= LISTE_MAX, champ);
        coordonnees.forEach(
                c -> exige(c.length() <= TEXTE_MAX && COORDONNEE.matcher(c).matches(), champ));
    }

    private static void exige(boolean vrai, String champ) {
        if (!vrai) {
            throw new IllegalArgumentException("entrée de journal mal formée : " + champ);
        }
    }
}
