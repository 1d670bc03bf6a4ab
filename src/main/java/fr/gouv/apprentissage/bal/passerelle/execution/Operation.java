package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Optional;

/**
 * An operation that was parsed, validated and coerced. Does not know how the request came in.
 *
 * @param document the whole document; its identity is stable as long as the document cache holds it
 * @param definition the operation of it that is asked for
 * @param fragments the document's fragments by name
 * @param variables coerced: value types, enums, maps for input objects
 * @param schema the served schema
 * @param appelant who asks, and for what
 * @param mode what becomes of coordinates that are granted nowhere
 * @param nom by which the operation is registered for the caller; empty: it is not
 */
public record Operation(
        Document document,
        OperationDefinition definition,
        Map<String, FragmentDefinition> fragments,
        Map<String, Object> variables,
        GraphQLSchema schema,
        Appelant appelant,
        Mode mode,
        Optional<String> nom) {}
