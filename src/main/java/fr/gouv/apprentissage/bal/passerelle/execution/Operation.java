package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Map;

/**
 * An operation that was parsed, validated and whose variables were coerced. How it came in is not known here.
 *
 * @param document the whole document
 * @param definition the operation of it that runs; its identity is stable while the document is cached
 * @param fragments by name
 * @param variables coerced
 * @param schema the served schema
 * @param appelant who asks
 * @param mode how what is not granted is treated
 */
public record Operation(
        Document document,
        OperationDefinition definition,
        Map<String, FragmentDefinition> fragments,
        Map<String, Object> variables,
        GraphQLSchema schema,
        Appelant appelant,
        Mode mode) {}
