package fr.gouv.apprentissage.bal.passerelle.plan;

import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;

/**
 * The shape of an operation's variables: which are there, and the values of those that steer what is selected or how it is ordered (booleans,
 * enumerations). Two executions of one shape have one plan; no other value reaches it.
 */
public final class FormeDesVariables {

    private FormeDesVariables() {}

    /** The shape as a text, equal for equal shapes. */
    public static String de(GraphQLSchema schema, OperationDefinition operation, Map<String, Object> variables) {
        var definitions = operation.getVariableDefinitions();
        if (definitions.isEmpty()) {
            return "";
        }
        var forme = new StringBuilder();
        for (var definition : definitions) {
            var type = (GraphQLInputType) TypeFromAST.getTypeFromAST(schema, definition.getType());
            forme.append(definition.getName()).append(':');
            ajoute(forme, type, variables.get(definition.getName()), variables.containsKey(definition.getName()));
        }
        return forme.toString();
    }

    private static void ajoute(StringBuilder forme, GraphQLInputType type, Object valeur, boolean presente) {
        if (valeur == null) {
            forme.append(presente ? "n;" : "a;");
            return;
        }
        var nu = GraphQLTypeUtil.unwrapNonNull(type);
        if (nu instanceof GraphQLEnumType) {
            forme.append(valeur).append(';');
        } else if (nu instanceof GraphQLInputObjectType objet && valeur instanceof Map<?, ?> champs) {
            forme.append('{');
            objet.getFieldDefinitions().forEach(champ -> {
                forme.append(champ.getName()).append(':');
                ajoute(forme, champ.getType(), champs.get(champ.getName()), champs.containsKey(champ.getName()));
            });
            forme.append('}');
        } else if (nu instanceof GraphQLScalarType && valeur instanceof Boolean) {
            forme.append(valeur).append(';');
        } else if (nu instanceof GraphQLList) {
            forme.append("l;");
        } else {
            forme.append("v;");
        }
    }
}
