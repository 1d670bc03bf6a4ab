package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import java.time.OffsetDateTime;

/** A job that brings the blind indexes under a new generation, as {@code tourneIndex} and {@code rotationsDIndex} show it. */
public record RotationDIndex(
        @Id @NonNul String id,
        @NonNul Integer generation,
        @NonNul EtatExecution etat,
        @NonNul Double progression,
        @Description("Records that are not made anew yet, as far as the job knows") @NonNul Integer restants,
        @Description("Signed count of rows by kind and generation, once it has ended") String preuve,
        @Description("Records that do not open, in the last pass") @NonNul Integer illisibles,
        @Description("Why it waits or failed") String motif,
        @NonNul OffsetDateTime demandeeLe,
        OffsetDateTime commenceeLe,
        OffsetDateTime termineeLe,
        @Description("When the former generations were retired on its proof") OffsetDateTime retireeLe,
        @Description("When their rows were gone") OffsetDateTime purgeeLe) {}
