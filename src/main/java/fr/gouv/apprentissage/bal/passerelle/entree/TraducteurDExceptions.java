package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.Defaillance;
import fr.gouv.apprentissage.bal.passerelle.erreur.ErreurGraphql;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes an error of ours of what a fetcher throws. */
final class TraducteurDExceptions implements DataFetcherExceptionHandler {
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters echec) {
        var erreur = Defaillance.erreur(echec.getException())
                .en(echec.getPath().toList(), Optional.ofNullable(echec.getSourceLocation()));
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                .error(new ErreurGraphql(erreur))
                .build());
    }
}
