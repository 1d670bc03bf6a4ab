package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultPath;
import graphql.introspection.GoodFaithIntrospection;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers {@code __schema} and {@code __type} from what the caller sees of the schema. */
final class StrategieDIntrospection extends AsyncExecutionStrategy {
    private static final Set<String> CHAMPS = Set.of("__schema", "__type");

    private final Function<Appelant, GraphQLSchema> schemas;

    /** @param schemas what each caller sees */
    StrategieDIntrospection(Function<Appelant, GraphQLSchema> schemas) {
        super(new TraducteurDExceptions());
        this.schemas = schemas;
    }

    /** Whether this root field asks about the schema. */
    static boolean repondA(String racine) {
        return CHAMPS.contains(racine);
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext contexte, ExecutionStrategyParameters parametres) {
        // Measured on the whole schema: what else the operation asks may not be in the client's.
        var excessive = Introspection.isIntrospectionSensible(parametres.getFields(), contexte);
        if (excessive.isPresent()) {
            return CompletableFuture.completedFuture(excessive.get());
        }
        var demande = Demande.de(contexte.getGraphQLContext());
        var schema = schemas.apply(demande.appelant());
        var mesuree = GraphQLContext.of(
                Map.of(Demande.CLE, demande, GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true));
        var racine = ExecutionStepInfo.newExecutionStepInfo()
                .type(schema.getQueryType())
                .path(ResultPath.rootPath())
                .build();
        return super.execute(
                contexte.transform(builder -> builder.graphQLSchema(schema).graphQLContext(mesuree)),
                parametres.transform(builder -> builder.executionStepInfo(racine)));
    }
}
