package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.habilitation.observation.OperationObservee;
import fr.gouv.apprentissage.bal.habilitation.observation.Simulation;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What a grant would change for an operation that a client sends. */
public record EffetSurOperation(
        @NonNul String client,
        @Description("The document without its literals, aliases and names") String operation,
        @NonNul String empreinte,
        @NonNul OffsetDateTime derniereFois,
        @NonNul List<String> gagne,
        @NonNul List<String> perd) {

    static EffetSurOperation de(OperationObservee operation, Simulation.Effet effet) {
        return new EffetSurOperation(
                operation.client(),
                operation.texte(),
                operation.empreinte(),
                operation.derniereVue().atOffset(ZoneOffset.UTC),
                effet.gagne(),
                effet.perd());
    }
}
