package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;

/** What a grant would open or break. */
public record SimulationHabilitation(
        @NonNul List<EffetSurOperation> operations,
        @Description("Rows that the perimeter reaches, rounded; null below 11") Integer lignes) {}
