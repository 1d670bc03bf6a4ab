package fr.gouv.apprentissage.bal.documentation;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example of a page.
 *
 * @param page where it stands
 * @param ligne its first line, from 1
 * @param langue what its fence says, {@link #EN_LIGNE} for a command within a sentence, {@link #INDENTE} where there is no fence
 * @param texte the example
 * @param avant what the page says before it
 */
public record Bloc(Path page, int ligne, String langue, String texte, String avant) {

    /** What a sentence quotes and a reader may type or open. */
    public static final Pattern COMMANDE =
            Pattern.compile("(\\./mvnw|java|curl|GET|alter role) .*|/(q|dev|graphql)(/.*)?");

    public static final String EN_LIGNE = "en ligne";
    public static final String INDENTE = "indenté";

    /** The commands of a shell, one an entry, those that a backslash continues joined; no comments. */
    public List<String> commandes() {
        return Stream.of(texte.replaceAll("\\\\\n\\s*", "").split("\n"))
                .map(String::strip)
                .filter(ligne -> !ligne.isEmpty() && !ligne.startsWith("#"))
                .toList();
    }

    @Override
    public String toString() {
        return page + ":" + ligne + " " + langue;
    }
}
