package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A row that could not be identified, as {@code quarantaine} shows it: where it came from and why it stands there, nothing of what it says. */
public record LigneEnQuarantaine(
        @Id @NonNul String id,
        @NonNul String motif,
        @NonNul String source,
        @NonNul String extrait,
        @Description("Day that the source was asked for") @NonNul LocalDate jour,
        @NonNul OffsetDateTime recueLe,
        @Description("Where the source had it, from 1; null for rows of before this was kept") Integer page,
        @Description("From 1") Integer rang) {}
