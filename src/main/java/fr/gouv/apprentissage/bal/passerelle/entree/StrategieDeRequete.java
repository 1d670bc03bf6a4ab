package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.erreur.Defaillance;
import fr.gouv.apprentissage.bal.passerelle.execution.ExecuteurDePlan;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.execution.Operation;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Splits the root fields of a query: records go to the plan, introspection and resolvers to graphql-java. Nothing leaves it as an exception:
 * Quarkus would answer with its error page.
 */
final class StrategieDeRequete extends AsyncExecutionStrategy {
    private static final ExecutionResult RIEN = ExecutionResultImpl.newExecutionResult()
            .data(Map.<String, Object>of())
            .build();

    private final Controle controle;
    private final ExecuteurDePlan plan;
    private final StrategieDIntrospection introspection;

    StrategieDeRequete(Controle controle, ExecuteurDePlan plan, Function<Appelant, GraphQLSchema> schemas) {
        super(new TraducteurDExceptions());
        this.controle = controle;
        this.plan = plan;
        this.introspection = new StrategieDIntrospection(schemas);
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext contexte, ExecutionStrategyParameters parametres) {
        try {
            return reponds(contexte, parametres).exceptionally(Assemblage::refus);
        } catch (RuntimeException echec) {
            return CompletableFuture.completedFuture(Assemblage.refus(echec));
        }
    }

    private CompletableFuture<ExecutionResult> reponds(
            ExecutionContext contexte, ExecutionStrategyParameters parametres) {
        var racines = parametres.getFields().getSubFields();
        if (racines.values().stream().noneMatch(champ -> plan.estPlanifie(champ.getName()))) {
            controle.verifie(contexte, racines.values());
            return aBlanc(contexte)
                    ? CompletableFuture.completedFuture(Assemblage.sansRien())
                    : reste(contexte, parametres, racines)
                            .thenApply(reste -> Assemblage.dansLOrdre(racines.keySet(), reste));
        }
        return planifie(contexte, racines, () -> reste(contexte, parametres, racines));
    }

    /** Answers an operation whose root fields are all planned; throws what the operation is refused for. */
    CompletableFuture<ExecutionResult> parLePlan(ExecutionContext contexte, Map<String, MergedField> racines) {
        return planifie(contexte, racines, () -> CompletableFuture.completedFuture(RIEN));
    }

    private CompletableFuture<ExecutionResult> planifie(
            ExecutionContext contexte,
            Map<String, MergedField> racines,
            Supplier<CompletableFuture<ExecutionResult>> autres) {
        controle.verifie(contexte, racines.values());
        var planifiees = racines.values().stream()
                .filter(champ -> plan.estPlanifie(champ.getName()))
                .toList();
        var reponse = plan.execute(operation(contexte), planifiees)
                .subscribeAsCompletionStage()
                .exceptionally(echec -> Reponse.refus(Defaillance.erreur(echec)));
        var requete = contexte.getGraphQLSchema().getQueryType();
        if (aBlanc(contexte)) {
            return reponse.thenApply(Assemblage::aBlanc);
        }
        return autres.get()
                .thenCombine(reponse, (reste, planifie) -> Assemblage.reunis(racines, requete, planifie, reste));
    }

    private static boolean aBlanc(ExecutionContext contexte) {
        return Demande.de(contexte.getGraphQLContext()).mode() == Mode.A_BLANC;
    }

    /** What the plan does not answer: introspection, of the client's schema, and resolvers. */
    private CompletableFuture<ExecutionResult> reste(
            ExecutionContext contexte, ExecutionStrategyParameters parametres, Map<String, MergedField> racines) {
        var interrogees = new LinkedHashMap<>(racines);
        interrogees.values().removeIf(champ -> !StrategieDIntrospection.repondA(champ.getName()));
        var autres = new LinkedHashMap<>(racines);
        autres.keySet().removeAll(interrogees.keySet());
        autres.values().removeIf(champ -> plan.estPlanifie(champ.getName()));
        if (interrogees.isEmpty()) {
            return autres.isEmpty()
                    ? CompletableFuture.completedFuture(RIEN)
                    : super.execute(contexte, avec(parametres, autres));
        }
        var vu = introspection.execute(contexte, avec(parametres, interrogees));
        return autres.isEmpty()
                ? vu
                : super.execute(contexte, avec(parametres, autres)).thenCombine(vu, Assemblage::ensemble);
    }

    private static ExecutionStrategyParameters avec(
            ExecutionStrategyParameters parametres, Map<String, MergedField> racines) {
        var champs =
                MergedSelectionSet.newMergedSelectionSet().subFields(racines).build();
        return parametres.transform(builder -> builder.fields(champs));
    }

    private static Operation operation(ExecutionContext contexte) {
        var demande = Demande.de(contexte.getGraphQLContext());
        return new Operation(
                contexte.getDocument(),
                contexte.getOperationDefinition(),
                contexte.getFragmentsByName(),
                contexte.getCoercedVariables().toMap(),
                contexte.getGraphQLSchema(),
                demande.appelant(),
                demande.mode(),
                demande.operation());
    }
}
