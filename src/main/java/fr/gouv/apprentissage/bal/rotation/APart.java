package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/** How root fields on keys answer: the stores wait for the database, and the holder may be slow, so never on an event loop. */
public final class APart {

    private APart() {}

    /** What the action gives; where the holder refuses, fails as {@link ClesIndisponibles}, which callers know. */
    public static <T> Uni<T> fais(Supplier<T> action) {
        return Uni.createFrom()
                .item(action)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(ClesRefusees.class)
                .transform(refus -> new ClesIndisponibles(refus.getMessage()));
    }
}
