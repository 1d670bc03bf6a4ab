package fr.gouv.apprentissage.bal.passerelle.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.erreur.Traduction;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads documents: for their estimation, which is kept; or whole, to see that they could be executed. */
@Singleton
public class Documents {
    private final GraphQLSchema schema;
    private final Bornes bornes;
    private final Limites limites;
    private final Cache<String, Estimation> estimations;

    Documents(
            GraphQLSchema schema,
            Bornes bornes,
            Limites limites,
            @ConfigProperty(name = "bal.passerelle.estimations", defaultValue = "4000000") int caracteresGardes) {
        this.schema = schema;
        this.bornes = bornes;
        this.limites = limites;
        this.estimations = Caffeine.newBuilder()
                .maximumWeight(caracteresGardes)
                .weigher((String texte, Estimation estimation) -> texte.length())
                .build();
    }

    /**
     * What a document costs and searches; empty when it is no GraphQL, which the engine then says.
     *
     * @throws OperationRefusee when it is too large; the error names the limit
     */
    Optional<Estimation> estimation(String texte) {
        var connue = estimations.getIfPresent(texte);
        if (connue != null) {
            return Optional.of(connue);
        }
        try {
            var document = lis(texte);
            limites.verifie(document);
            var estimation = Estimateur.estime(schema, document);
            estimations.put(texte, estimation);
            return Optional.of(estimation);
        } catch (InvalidSyntaxException illisible) {
            return Optional.empty();
        }
    }

    /**
     * The operations of a document that can be executed.
     *
     * @throws OperationRefusee when it is no GraphQL, too large, or not what the schema admits
     */
    public List<OperationDefinition> operations(String texte) {
        Document document;
        try {
            document = lis(texte);
        } catch (InvalidSyntaxException illisible) {
            throw new OperationRefusee(
                    Erreur.de(CodeErreur.REQUETE_ILLISIBLE, "Le document GraphQL n'est pas lisible à cet endroit.")
                            .en(List.of(), Optional.ofNullable(illisible.getLocation())));
        }
        new Validator()
                .validateDocument(schema, document, Locale.FRENCH).stream()
                        .findFirst()
                        .ifPresent(faute -> {
                            throw new OperationRefusee(Traduction.traduis(faute));
                        });
        limites.verifie(document);
        return document.getDefinitionsOfType(OperationDefinition.class);
    }

    private Document lis(String texte) {
        if (texte.length() > bornes.de(Limite.CARACTERES)) {
            throw new OperationRefusee(Limites.depassee(Limite.CARACTERES, bornes));
        }
        var document = parse(texte);
        if (document.getDefinitionsOfType(OperationDefinition.class).size() > bornes.de(Limite.OPERATIONS)) {
            throw new OperationRefusee(Limites.depassee(Limite.OPERATIONS, bornes));
        }
        return document;
    }

    private Document parse(String texte) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(texte)
                    .parserOptions(bornes.lecture())
                    .build());
        } catch (ParseCancelledTooDeepException trop) {
            throw new OperationRefusee(Limites.depassee(Limite.IMBRICATION, bornes));
        } catch (ParseCancelledTooManyCharsException trop) {
            throw new OperationRefusee(Limites.depassee(Limite.CARACTERES, bornes));
        } catch (ParseCancelledException trop) {
            throw new OperationRefusee(Limites.depassee(Limite.JETONS, bornes));
        }
    }
}
