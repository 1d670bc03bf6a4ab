package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.execution.ExecuteurDePlan;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemasDeClients;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionContextBuilder;
import graphql.execution.ExecutionId;
import graphql.execution.MergedField;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers operations. Where all root fields are planned it goes from the kept document to the plan; the rest is graphql-java's, with our
 * strategies. SmallRye has no part in it but the schema's place and the registry of its fetchers.
 */
@Singleton
public class Moteur {
    private static final ExecutionId EXECUTION = ExecutionId.from("bal");

    private final GraphQLSchema schema;
    private final Documents documents;
    private final ExecuteurDePlan plan;
    private final StrategieDeRequete requetes;
    private final GraphQL graphql;

    Moteur(
            GraphQLSchema schema,
            Documents documents,
            Controle controle,
            ExecuteurDePlan plan,
            SchemasDeClients schemas) {
        this.schema = schema;
        this.documents = documents;
        this.plan = plan;
        this.requetes = new StrategieDeRequete(
                controle, plan, appelant -> schemas.de(appelant).schema());
        this.graphql = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(requetes)
                .mutationExecutionStrategy(new StrategieDeModification(controle))
                .preparsedDocumentProvider((entree, lecture) ->
                        CompletableFuture.completedFuture(new PreparsedDocumentEntry(entree.getGraphQLContext()
                                .<DocumentLu>get(DocumentLu.class)
                                .document())))
                .build();
    }

    /** The answer; never fails, and comes on any thread. */
    public CompletableFuture<ReponseJson> execute(RequeteLue requete, Demande demande) {
        try {
            return resultat(documents.lis(requete.document()), requete, demande)
                    .exceptionally(Assemblage::refus)
                    .thenApply(ReponseJson::new);
        } catch (RuntimeException echec) {
            return CompletableFuture.completedFuture(new ReponseJson(Assemblage.refus(echec)));
        }
    }

    private CompletableFuture<ExecutionResult> resultat(DocumentLu lu, RequeteLue requete, Demande demande) {
        if (!lu.fautes().isEmpty()) {
            return CompletableFuture.completedFuture(
                    ExecutionResultImpl.newExecutionResult().errors(lu.fautes()).build());
        }
        var operation = lu.operation(requete.operation());
        return operation
                .flatMap(this::planifiees)
                .map(racines -> parLePlan(lu, operation.get(), racines, requete, demande))
                .orElseGet(() -> parGraphqlJava(lu, requete, demande));
    }

    private Optional<Map<String, MergedField>> planifiees(OperationLue operation) {
        return operation.definition().getOperation() == Operation.QUERY
                ? operation.racines().filter(racines -> racines.values().stream()
                        .allMatch(racine -> plan.estPlanifie(racine.getName())))
                : Optional.empty();
    }

    private CompletableFuture<ExecutionResult> parLePlan(
            DocumentLu lu,
            OperationLue operation,
            Map<String, MergedField> racines,
            RequeteLue requete,
            Demande demande) {
        try {
            return requetes.parLePlan(contexte(lu, operation, requete, demande), racines);
        } catch (RuntimeException echec) {
            if (echec instanceof GraphQLError faute) {
                return CompletableFuture.completedFuture(new ExecutionResultImpl(faute));
            }
            throw echec;
        }
    }

    private ExecutionContext contexte(DocumentLu lu, OperationLue operation, RequeteLue requete, Demande demande) {
        var contexte = GraphQLContext.of(Map.of(Demande.CLE, demande));
        return ExecutionContextBuilder.newExecutionContextBuilder()
                .executionId(EXECUTION)
                .graphQLSchema(schema)
                .document(lu.document())
                .operationDefinition(operation.definition())
                .fragmentsByName(operation.fragments())
                .coercedVariables(ValuesResolver.coerceVariableValues(
                        schema,
                        operation.definition().getVariableDefinitions(),
                        RawVariables.of(requete.variables()),
                        contexte,
                        Locale.FRENCH))
                .graphQLContext(contexte)
                .locale(Locale.FRENCH)
                .build();
    }

    private CompletableFuture<ExecutionResult> parGraphqlJava(DocumentLu lu, RequeteLue requete, Demande demande) {
        return graphql.executeAsync(ExecutionInput.newExecutionInput()
                .query(requete.document())
                .operationName(requete.operation().isEmpty() ? null : requete.operation())
                .variables(requete.variables())
                .graphQLContext(Map.of(Demande.CLE, demande, DocumentLu.class, lu))
                .locale(Locale.FRENCH)
                .build());
    }
}
