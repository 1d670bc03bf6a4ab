package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.List;
import java.util.Optional;

/** Parses documents within bounds of its own, given with each call: the library's are those of the whole JVM. */
final class LectureDeDocument {
    private final ParserOptions options;

    /** @param jetons lexical tokens of a document at most */
    LectureDeDocument(int jetons) {
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(bornes -> bornes.maxTokens(jetons).redactTokenParserErrorMessages(true));
    }

    /** @throws OperationRefusee when the text is no document, with the place of its fault, or is over a bound, with its name */
    Document lis(String texte) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(texte)
                    .parserOptions(options)
                    .build());
        } catch (ParseCancelledTooDeepException trop) {
            throw new OperationRefusee(Limites.depassee("imbrication", options.getMaxRuleDepth()));
        } catch (ParseCancelledTooManyCharsException trop) {
            throw new OperationRefusee(Limites.depassee("caracteres", options.getMaxCharacters()));
        } catch (ParseCancelledException trop) {
            throw new OperationRefusee(Limites.depassee("jetons", options.getMaxTokens()));
        } catch (InvalidSyntaxException illisible) {
            throw new OperationRefusee(
                    Erreur.de(CodeErreur.REQUETE_ILLISIBLE, "Le document GraphQL n'est pas lisible à cet endroit.")
                            .en(List.of(), Optional.ofNullable(illisible.getLocation())));
        }
    }
}
