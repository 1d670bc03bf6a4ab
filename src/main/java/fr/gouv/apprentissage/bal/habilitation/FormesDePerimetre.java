package fr.gouv.apprentissage.bal.habilitation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The shapes of the codes of a perimeter. Which codes exist, the référentiel knows, and it changes without the habilitations. */
public final class FormesDePerimetre {

    /** INSEE code of a région, and code of an académie: two digits. */
    private static final Pattern DEUX_CHIFFRES = Pattern.compile("\\d{2}");

    private static final Pattern LIBRE = Pattern.compile("(?s).{1,200}");

    private static final Map<String, Pattern> FORMES = Map.of(
            "regions",
            DEUX_CHIFFRES,
            "academies",
            DEUX_CHIFFRES,
            "departements",
            Pattern.compile("0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-8]|98[4-9]"),
            "organismes",
            Pattern.compile("\\d{14}"),
            "sirens",
            Pattern.compile("\\d{9}"),
            "opcos",
            LIBRE,
            "sources",
            Pattern.compile("[A-Za-z0-9_-]{1,40}"),
            "statuts",
            LIBRE);

    private FormesDePerimetre() {}

    /** The shape of the values of a key. */
    public static Pattern de(String cle) {
        return FORMES.get(cle);
    }

    /** The keys with a value that has not their shape. */
    static List<String> fautives(Perimetre perimetre) {
        return perimetre.bornes().entrySet().stream()
                .filter(borne ->
                        !borne.getValue().stream().allMatch(de(borne.getKey()).asMatchPredicate()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
