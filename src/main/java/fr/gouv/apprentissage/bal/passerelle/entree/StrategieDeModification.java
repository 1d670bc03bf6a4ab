package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import graphql.ExecutionResult;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;

/** Root fields of a mutation, one after the other, once all of them may be answered: a refusal leaves nothing half done. */
final class StrategieDeModification extends AsyncSerialExecutionStrategy {
    private final Controle controle;

    StrategieDeModification(Controle controle) {
        super(new TraducteurDExceptions());
        this.controle = controle;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext contexte, ExecutionStrategyParameters parametres) {
        try {
            controle.verifie(contexte, parametres.getFields().getSubFieldsList());
            if (Demande.de(contexte.getGraphQLContext()).mode() == Mode.A_BLANC) {
                return CompletableFuture.completedFuture(Assemblage.sansRien());
            }
            return super.execute(contexte, parametres).exceptionally(Assemblage::refus);
        } catch (RuntimeException echec) {
            return CompletableFuture.completedFuture(Assemblage.refus(echec));
        }
    }
}
