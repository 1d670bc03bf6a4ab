package fr.gouv.apprentissage.bal.passerelle.schema;

import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.NaturalEnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeRuntimeWiring;

/** Puts the derived schema in the place of another, whose code registry is kept. Reads no configuration: it runs when the application is built. */
public final class SchemaServi {
    private static final SchemaDerive SERVI = derive(Racines.servies());

    private SchemaServi() {}

    /** The schema that this application serves, as it was derived. */
    public static SchemaDerive servi() {
        return SERVI;
    }

    /** The schema that follows from these root fields. */
    public static SchemaDerive derive(Racines racines) {
        return new EcrivainSdl(racines).ecris();
    }

    /** The derived schema, answered by the fetchers of this registry. */
    public static GraphQLSchema executable(SchemaDerive derive, GraphQLCodeRegistry lecteurs) {
        var cablage = RuntimeWiring.newRuntimeWiring().codeRegistry(lecteurs);
        Scalaires.TOUS.forEach(scalaire -> cablage.scalar(GraphQLScalarType.newScalar()
                .name(scalaire.nom())
                .coercing(scalaire)
                .build()));
        derive.enums()
                .forEach((nom, classe) -> cablage.type(TypeRuntimeWiring.newTypeWiring(nom)
                        .enumValues(valeurs(classe))
                        .build()));
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(derive.sdl()), cablage.build());
    }

    /** Text of a schema, definitions of directives included, without what the specification builds in. */
    public static String texte(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY)
                        .includeDirectives(true)
                        .includeDirectiveDefinitions(true)
                        .includeDirectiveDefinition(nom -> nom.equals("personnel") || nom.equals("filtre")))
                .print(schema);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static NaturalEnumValuesProvider<?> valeurs(Class<?> classe) {
        return new NaturalEnumValuesProvider(classe);
    }
}
