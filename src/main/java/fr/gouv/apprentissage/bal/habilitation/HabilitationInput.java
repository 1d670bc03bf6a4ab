package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.LocalDate;
import java.util.List;

/** An habilitation as a caller asks for it. */
public record HabilitationInput(
        @NonNul String client,
        @NonNul String finalite,
        @NonNul String baseLegale,
        @NonNul LocalDate du,
        @NonNul LocalDate au,
        @NonNul PerimetreInput perimetre,
        @NonNul List<DroitSurChampInput> champs) {}
