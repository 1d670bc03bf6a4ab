package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import graphql.language.FragmentDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Map;

/**
 * What a plan is made from.
 *
 * @param schema the served schema
 * @param fragments of the document
 * @param variables coerced; only their shape, and the values that steer directives and orders, reach the plan
 * @param decision what the caller may do
 * @param catalogue the coordinates that need rights
 * @param revision revision of the habilitations that the decision rests on
 */
public record DemandeDePlan(
        GraphQLSchema schema,
        Map<String, FragmentDefinition> fragments,
        Map<String, Object> variables,
        Decision decision,
        Catalogue catalogue,
        long revision) {}
