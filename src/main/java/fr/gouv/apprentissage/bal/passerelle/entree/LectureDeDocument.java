package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.List;
import java.util.Optional;

/** Parses documents within {@link Bornes}, given with each call: the library's are those of the whole JVM. */
final class LectureDeDocument {
    private final Bornes bornes;
    private final ParserOptions options;

    LectureDeDocument(Bornes bornes) {
        this.bornes = bornes;
        this.options = bornes.lecture();
    }

    /** @throws OperationRefusee when the text is no document, with the place of its fault, or is over a bound, with its name */
    Document lis(String texte) {
        if (texte.length() > bornes.de(Limite.CARACTERES)) {
            throw depassee(Limite.CARACTERES);
        }
        var document = parse(texte);
        if (document.getDefinitionsOfType(OperationDefinition.class).size() > bornes.de(Limite.OPERATIONS)) {
            throw depassee(Limite.OPERATIONS);
        }
        return document;
    }

    private OperationRefusee depassee(Limite limite) {
        return new OperationRefusee(Limites.depassee(limite, bornes));
    }

    private Document parse(String texte) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(texte)
                    .parserOptions(options)
                    .build());
        } catch (ParseCancelledTooDeepException trop) {
            throw depassee(Limite.IMBRICATION);
        } catch (ParseCancelledTooManyCharsException trop) {
            throw depassee(Limite.CARACTERES);
        } catch (ParseCancelledException trop) {
            throw depassee(Limite.JETONS);
        } catch (InvalidSyntaxException illisible) {
            throw new OperationRefusee(
                    Erreur.de(CodeErreur.REQUETE_ILLISIBLE, "Le document GraphQL n'est pas lisible à cet endroit.")
                            .en(List.of(), Optional.ofNullable(illisible.getLocation())));
        }
    }
}
