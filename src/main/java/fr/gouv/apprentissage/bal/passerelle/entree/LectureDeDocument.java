package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.List;
import java.util.Optional;

/** Says why a document cannot be read, which SmallRye does not. */
final class LectureDeDocument {
    private LectureDeDocument() {}

    /** Reads the document again to find its fault; empty when it has none. */
    static Optional<Erreur> faute(String document) {
        var options = ParserOptions.getDefaultOperationParserOptions();
        try {
            Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(document)
                    .parserOptions(options)
                    .build());
            return Optional.empty();
        } catch (ParseCancelledTooDeepException trop) {
            return Optional.of(Limites.depassee("imbrication", options.getMaxRuleDepth()));
        } catch (ParseCancelledTooManyCharsException trop) {
            return Optional.of(Limites.depassee("caracteres", options.getMaxCharacters()));
        } catch (ParseCancelledException trop) {
            return Optional.of(Limites.depassee("jetons", options.getMaxTokens()));
        } catch (InvalidSyntaxException illisible) {
            return Optional.of(
                    Erreur.de(CodeErreur.REQUETE_ILLISIBLE, "Le document GraphQL n'est pas lisible à cet endroit.")
                            .en(List.of(), Optional.ofNullable(illisible.getLocation())));
        }
    }
}
