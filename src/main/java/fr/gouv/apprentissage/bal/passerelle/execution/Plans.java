package fr.gouv.apprentissage.bal.passerelle.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.passerelle.plan.ClePlan;
import fr.gouv.apprentissage.bal.passerelle.plan.Compilateur;
import fr.gouv.apprentissage.bal.passerelle.plan.DemandeDePlan;
import fr.gouv.apprentissage.bal.passerelle.plan.FormeDesVariables;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import graphql.execution.MergedField;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The plans that were made, bounded. */
final class Plans {

    /** A plan of so many fields counts for one. */
    static final int CHAMPS = 50;

    private final Catalogue catalogue;
    private final Cache<ClePlan, Plan> parCle;
    /** By identity, as long as the cache of documents or a request holds the operation. */
    private final Cache<OperationDefinition, Long> numeros =
            Caffeine.newBuilder().weakKeys().build();

    private final AtomicLong dernier = new AtomicLong();

    Plans(Catalogue catalogue, int gardes) {
        this.catalogue = catalogue;
        this.parCle = Caffeine.newBuilder()
                .maximumWeight(gardes)
                .weigher((ClePlan cle, Plan plan) -> 1 + plan.champs() / CHAMPS)
                .build();
    }

    Plan plan(
            Operation operation,
            List<MergedField> racines,
            Map<String, Map<String, Object>> arguments,
            Registre registre) {
        var appelant = operation.appelant();
        var cle = new ClePlan(
                numeros.get(operation.definition(), nouvelle -> dernier.incrementAndGet()),
                FormeDesVariables.de(operation.schema(), operation.definition(), operation.variables()),
                appelant.client(),
                appelant.finalite(),
                registre.revision(),
                appelant.jour(),
                appelant.perimetre());
        return parCle.get(
                cle,
                manquant -> Compilateur.compile(
                        new DemandeDePlan(
                                operation.schema(),
                                operation.fragments(),
                                operation.variables(),
                                Decision.de(registre, appelant),
                                catalogue,
                                registre.revision()),
                        racines,
                        arguments));
    }

    /** About how many are kept, once what is over the bound has gone. */
    long gardes() {
        parCle.cleanUp();
        return parCle.estimatedSize();
    }
}
