package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.passerelle.erreur.Traduction;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A scalar whose coerced value is a value type. Its messages are French and never repeat the value.
 *
 * @param nom name in the schema
 * @param type class of the coerced value
 * @param lis reads a text; throws {@link IdentifiantInvalide} or {@link DateTimeException}
 * @param ecris writes a value
 * @param <T> type of the coerced value
 */
public record Scalaire<T>(String nom, Class<T> type, Function<String, T> lis, Function<T, String> ecris)
        implements Coercing<T, String> {

    @Override
    public String serialize(Object valeur, GraphQLContext contexte, Locale langue) {
        if (type.isInstance(valeur)) {
            return ecris.apply(type.cast(valeur));
        }
        throw new CoercingSerializeException("valeur d'un autre type que " + nom);
    }

    @Override
    public T parseValue(Object valeur, GraphQLContext contexte, Locale langue) {
        try {
            if (type.isInstance(valeur)) {
                return type.cast(valeur);
            }
            return lis.apply(texte(valeur));
        } catch (IdentifiantInvalide | DateTimeException invalide) {
            throw CoercingParseValueException.newCoercingParseValueException()
                    .message(message(invalide))
                    .extensions(Map.of(Traduction.MESSAGE, message(invalide)))
                    .build();
        }
    }

    @Override
    public T parseLiteral(Value<?> litteral, CoercedVariables variables, GraphQLContext contexte, Locale langue) {
        try {
            return lis.apply(texte(litteral instanceof StringValue texte ? texte.getValue() : litteral));
        } catch (IdentifiantInvalide | DateTimeException invalide) {
            throw CoercingParseLiteralException.newCoercingParseLiteralException()
                    .message(message(invalide))
                    .extensions(Map.of(Traduction.MESSAGE, message(invalide)))
                    .build();
        }
    }

    @Override
    public Value<?> valueToLiteral(Object valeur, GraphQLContext contexte, Locale langue) {
        return StringValue.newStringValue(serialize(valeur, contexte, langue)).build();
    }

    private String texte(Object valeur) {
        if (valeur instanceof String texte) {
            return texte;
        }
        throw new IdentifiantInvalide(nom, "une chaîne de caractères est attendue");
    }

    private String message(RuntimeException invalide) {
        return invalide instanceof IdentifiantInvalide
                ? invalide.getMessage()
                : "La valeur n'est pas une date du format attendu (" + nom + ", ISO 8601).";
    }
}
