package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a text, folded: what is searched for, and what is searched through. */
public final class Mots {

    private static final Pattern ENTRE_MOTS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private Mots() {}

    /** The words of a text, in their order; empty when it has no letter nor digit. */
    public static List<String> de(String texte) {
        return ENTRE_MOTS
                .splitAsStream(texte)
                .map(Pliage::nom)
                .filter(mot -> !mot.isEmpty())
                .toList();
    }

    /** The words of several texts in one, a blank between two of them; null texts count for nothing. */
    public static String ensemble(String... textes) {
        return Stream.of(textes)
                .filter(Objects::nonNull)
                .flatMap(texte -> de(texte).stream())
                .collect(Collectors.joining(" "));
    }
}
