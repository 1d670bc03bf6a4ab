package fr.gouv.apprentissage.bal.passerelle.entree;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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

    StrategieDeRequete(Controle controle, ExecuteurDePlan plan) {
        super(new TraducteurDExceptions());
        this.controle = controle;
        this.plan = plan;
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
        controle.verifie(contexte, racines.values());
        var planifiees = racines.values().stream()
                .filter(champ -> plan.estPlanifie(champ.getName()))
                .toList();
        var aBlanc = Demande.de(contexte.getGraphQLContext()).mode() == Mode.A_BLANC;
        if (planifiees.isEmpty()) {
            return aBlanc
                    ? CompletableFuture.completedFuture(Assemblage.sansRien())
                    : super.execute(contexte, parametres);
        }
        var reponse = plan.execute(operation(contexte), planifiees)
                .onFailure()
                .recoverWithItem(echec -> Reponse.refus(Defaillance.erreur(echec)))
                .subscribeAsCompletionStage();
        var requete = contexte.getGraphQLSchema().getQueryType();
        if (aBlanc) {
            return reponse.thenApply(Assemblage::aBlanc).toCompletableFuture();
        }
        return reste(contexte, parametres, racines)
                .thenCombine(reponse, (reste, planifie) -> Assemblage.reunis(racines, requete, planifie, reste));
    }

    private CompletableFuture<ExecutionResult> reste(
            ExecutionContext contexte, ExecutionStrategyParameters parametres, Map<String, MergedField> racines) {
        var autres = new LinkedHashMap<>(racines);
        autres.values().removeIf(champ -> plan.estPlanifie(champ.getName()));
        if (autres.isEmpty()) {
            return CompletableFuture.completedFuture(RIEN);
        }
        var champs =
                MergedSelectionSet.newMergedSelectionSet().subFields(autres).build();
        return super.execute(contexte, parametres.transform(builder -> builder.fields(champs)));
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
