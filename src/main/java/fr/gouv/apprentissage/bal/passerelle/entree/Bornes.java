package fr.gouv.apprentissage.bal.passerelle.entree;

import graphql.parser.ParserOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** How large an operation may be. Counts are of the operation with its fragments put in place: a fragment used twice counts twice. */
@Singleton
public class Bornes {
    private final Map<Limite, Integer> maxima = new EnumMap<>(Limite.class);

    /** @throws IllegalStateException when a limit is configured below 1; the message names its key */
    @Inject
    Bornes(Config config) {
        for (var limite : Limite.values()) {
            maxima.put(
                    limite, config.getOptionalValue(limite.cle(), Integer.class).orElse(limite.defaut()));
        }
        verifie();
    }

    /** The defaults, but for these. */
    public Bornes(Map<Limite, Integer> autres) {
        for (var limite : Limite.values()) {
            maxima.put(limite, autres.getOrDefault(limite, limite.defaut()));
        }
        verifie();
    }

    /** The largest that is taken, 1 or more. */
    public int de(Limite limite) {
        return maxima.get(limite);
    }

    /** Lexical tokens of the document. */
    public int jetons() {
        return de(Limite.JETONS);
    }

    /** How a document is read within these bounds. */
    public ParserOptions lecture() {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(de(Limite.JETONS))
                        .maxCharacters(de(Limite.CARACTERES))
                        .maxRuleDepth(de(Limite.IMBRICATION))
                        .redactTokenParserErrorMessages(true));
    }

    private void verifie() {
        maxima.forEach((limite, maximum) -> {
            if (maximum < 1) {
                throw new IllegalStateException(limite.cle() + " : un nombre d'au moins 1 est attendu");
            }
        });
    }
}
