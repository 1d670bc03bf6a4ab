package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Where a fact comes from. */
@Description("Where a fact comes from and when it was seen.")
public record Provenance(
        @NonNul String source,
        @NonNul OffsetDateTime premiereVue,
        @NonNul OffsetDateTime derniereVue,
        LocalDate expireLe) {}
