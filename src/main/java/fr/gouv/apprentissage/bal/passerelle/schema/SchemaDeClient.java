package fr.gouv.apprentissage.bal.passerelle.schema;

import graphql.schema.GraphQLSchema;

/**
 * What a client sees of the schema.
 *
 * @param schema answers introspection and nothing else
 * @param texte the same, printed
 */
public record SchemaDeClient(GraphQLSchema schema, String texte) {
    static SchemaDeClient de(GraphQLSchema schema) {
        return new SchemaDeClient(schema, SchemaServi.texte(schema));
    }
}
