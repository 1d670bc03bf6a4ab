package fr.gouv.apprentissage.bal.scellement.vault;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransit;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Vault's transit engine, each call bounded in time and its failure named. A token that died is replaced once by quarkus-vault where it logs in
 * by itself (AppRole, Kubernetes); a second no is a refusal.
 */
public final class Coffre {

    private final VaultClient client;
    private final String moteur;
    private final Duration delai;

    /**
     * @param moteur where transit is mounted
     * @param delai longest time of a call, its login included
     */
    public Coffre(VaultClient client, String moteur, Duration delai) {
        this.client = client;
        this.moteur = moteur;
        this.delai = delai;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param cle master key that it is about
     * @throws ClesIndisponibles when there was no answer, or none that says no
     * @throws ClesRefusees when the answer is no
     * @throws IllegalStateException on a thread that may not wait
     */
    public <T> T demande(String cle, Function<VaultSecretsTransit, CompletionStage<T>> appel) {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException("Vault ne s'attend pas sur ce fil");
        }
        var reponse = lance(appel).toCompletableFuture();
        try {
            return reponse.get(delai.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            reponse.cancel(true);
            throw Diagnostic.de(cle, e);
        } catch (InterruptedException e) {
            reponse.cancel(true);
            Thread.currentThread().interrupt();
            throw Diagnostic.de(cle, e);
        }
    }

    /** Asks without waiting; fails as {@link #demande} does. */
    public <T> Uni<T> interroge(String cle, Function<VaultSecretsTransit, CompletionStage<T>> appel) {
        return Uni.createFrom()
                .completionStage(() -> lance(appel))
                .ifNoItem()
                .after(delai)
                .fail()
                .onFailure()
                .transform(echec -> Diagnostic.de(cle, echec));
    }

    private <T> CompletionStage<T> lance(Function<VaultSecretsTransit, CompletionStage<T>> appel) {
        return appel.apply(client.secrets().transit(moteur));
    }
}
